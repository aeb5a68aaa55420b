// SPDX-License-Identifier: Apache-2.0
/** Processes that a benchmark starts, talks to and ends. */
package io.github.camelhubspot.benchmarks.process;
