/** The records and their links, and the rules for writing them. */
package io.github.camelhubspot.simulator.crm;
