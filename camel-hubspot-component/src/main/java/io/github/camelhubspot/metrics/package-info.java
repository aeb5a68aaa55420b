// SPDX-License-Identifier: Apache-2.0
/** Measuring calls and batches with Micrometer, where an application has it. */
package io.github.camelhubspot.metrics;
