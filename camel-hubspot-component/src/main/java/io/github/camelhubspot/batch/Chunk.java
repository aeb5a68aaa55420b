// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;

/**
 * Inputs that are sent together.
 *
 * @param number its place in the order of the inputs; negative for a chunk of inputs that had to wait for others
 * @param entries the inputs
 */
record Chunk(int number, List<Entry> entries) {}
