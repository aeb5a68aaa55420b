// SPDX-License-Identifier: Apache-2.0
/** Whether the CRM holds what it must, whether every record's outcome was reported, and whether no secret came out. */
package io.github.camelhubspot.benchmarks.soak.check;
