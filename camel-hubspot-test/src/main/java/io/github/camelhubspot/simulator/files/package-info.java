/** The files tool: files in folders, with what each may show to whom. */
package io.github.camelhubspot.simulator.files;
