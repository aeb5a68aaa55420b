// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.List;

import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** A link to be made, already checked: the record it leads to, and its labels. */
public record NewLink(ObjectType to, long toId, List<AssociationType> types) {}
