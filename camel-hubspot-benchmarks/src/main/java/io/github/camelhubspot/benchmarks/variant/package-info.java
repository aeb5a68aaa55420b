// SPDX-License-Identifier: Apache-2.0
/** The routes that are compared, and the process in which one of them runs. */
package io.github.camelhubspot.benchmarks.variant;
