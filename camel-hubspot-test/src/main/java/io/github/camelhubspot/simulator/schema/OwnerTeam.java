// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

/** A team that an owner belongs to; one of an owner's teams is the primary one. */
public record OwnerTeam(String id, String name, boolean primary) {}
