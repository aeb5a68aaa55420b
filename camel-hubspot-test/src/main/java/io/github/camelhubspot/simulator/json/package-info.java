/** JSON trees, and the texts they come from. */
package io.github.camelhubspot.simulator.json;
