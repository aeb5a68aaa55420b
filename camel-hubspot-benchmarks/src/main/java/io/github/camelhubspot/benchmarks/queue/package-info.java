// SPDX-License-Identifier: Apache-2.0
/** The two ways in which the messages of a queue share calls, measured with the routes of the example queue-to-crm. */
package io.github.camelhubspot.benchmarks.queue;
