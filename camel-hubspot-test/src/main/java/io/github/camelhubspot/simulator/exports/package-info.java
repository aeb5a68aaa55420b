/** Records that become files, for a while. */
package io.github.camelhubspot.simulator.exports;
