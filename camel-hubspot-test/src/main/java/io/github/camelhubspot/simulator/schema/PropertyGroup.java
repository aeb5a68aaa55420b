// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

/** A heading under which the properties of an object type are listed. */
public record PropertyGroup(String name, String label, int displayOrder) {}
