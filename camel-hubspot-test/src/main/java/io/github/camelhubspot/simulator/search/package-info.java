/** Finding records by their property values. */
package io.github.camelhubspot.simulator.search;
