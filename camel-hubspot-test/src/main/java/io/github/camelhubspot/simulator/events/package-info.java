/** Occurrences of custom events. */
package io.github.camelhubspot.simulator.events;
