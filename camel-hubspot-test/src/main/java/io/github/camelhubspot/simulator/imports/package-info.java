/** Files of rows that become records: what an import asks for, and how it goes. */
package io.github.camelhubspot.simulator.imports;
