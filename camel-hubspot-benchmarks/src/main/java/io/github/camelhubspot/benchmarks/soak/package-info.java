// SPDX-License-Identifier: Apache-2.0
/** The soak: much work through a HubSpot that fails often and a worker that is killed, and a comparison at the end. */
package io.github.camelhubspot.benchmarks.soak;
