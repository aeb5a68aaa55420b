// SPDX-License-Identifier: Apache-2.0
/** A HubSpot that accepts every record at once and keeps nothing but counts. */
package io.github.camelhubspot.benchmarks.server;
