// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

/** A mapped column, and where it stands in the file, from 0. */
record Column(int index, ColumnMapping mapping) {}
