// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

/** A value that HubSpot accepted in a changed form. */
public record Normalisation(String property, String rawValue, String normalizedValue) {}
