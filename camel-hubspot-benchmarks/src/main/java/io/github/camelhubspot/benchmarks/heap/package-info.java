// SPDX-License-Identifier: Apache-2.0
/** A large file through a small heap. */
package io.github.camelhubspot.benchmarks.heap;
