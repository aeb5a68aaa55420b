/** Comma-separated files, and the library that reads and writes them. */
package io.github.camelhubspot.simulator.csv;
