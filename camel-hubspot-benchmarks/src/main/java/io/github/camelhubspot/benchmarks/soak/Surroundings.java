// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/** All that a worker talks to. */
record Surroundings(HubSpotSimulator hubSpot, Broker broker, Database database) {}
