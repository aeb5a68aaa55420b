/** The calls that arrived, for tests to look at. */
package io.github.camelhubspot.simulator.calls;
