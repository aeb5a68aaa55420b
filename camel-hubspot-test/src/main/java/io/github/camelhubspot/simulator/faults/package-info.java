/** Failures that a test asks for. */
package io.github.camelhubspot.simulator.faults;
