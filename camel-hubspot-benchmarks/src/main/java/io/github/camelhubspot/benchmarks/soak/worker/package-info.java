// SPDX-License-Identifier: Apache-2.0
/** The process that the soak kills: routes from a queue and a table to HubSpot, as a careful user writes them. */
package io.github.camelhubspot.benchmarks.soak.worker;
