// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.AssociationTypes;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Refuses links beyond the limits that the account has set; links that were there before a limit stay. */
public final class LinkLimits {

    private final AssociationTypes types;
    private final Links links;

    LinkLimits(AssociationTypes types, Links links) {
        this.types = types;
        this.links = links;
    }

    /** Checks a link that is about to get these labels, from both of its ends. */
    public void check(SimulatedRecord from, SimulatedRecord to, Collection<AssociationType> labels) {
        List<AssociationType> present = links.typesOf(from.type(), from.numericId(), to.type(), to.numericId());
        for (AssociationType type : withPlain(from.type(), to.type(), labels)) {
            if (present.contains(type)) {
                continue;
            }
            if (type.isLimited()) {
                require(type, from.numericId(), links.count(type, from.numericId()) + 1);
            }
            AssociationType inverse = type.inverse();
            if (inverse != null && inverse.isLimited()) {
                require(inverse, to.numericId(), links.count(inverse, to.numericId()) + 1);
            }
        }
    }

    private Set<AssociationType> withPlain(ObjectType from, ObjectType to, Collection<AssociationType> labels) {
        Set<AssociationType> all = new LinkedHashSet<>();
        all.add(types.plain(from, to));
        all.addAll(labels);
        return all;
    }

    /** Checks the links of a record that does not exist yet; other new records may have claimed links already. */
    void checkNew(ObjectType from, List<NewLink> newLinks, Claims claims) {
        Claims own = new Claims();
        for (NewLink link : newLinks) {
            for (AssociationType type : withPlain(from, link.to(), link.types())) {
                if (type.isLimited()) {
                    require(type, null, own.takeLink(type, 0));
                }
                AssociationType inverse = type.inverse();
                if (inverse != null && inverse.isLimited()) {
                    int linked = links.count(inverse, link.toId());
                    require(inverse, link.toId(), linked + claims.takeLink(inverse, link.toId()));
                }
            }
        }
    }

    // HubSpot documents that there is an error, but not its text.
    private static void require(AssociationType type, Long recordId, int count) {
        if (count > type.maxToObjectIds()) {
            HubSpotError error = HubSpotError.validation("One or more associations are invalid")
                    .context("ASSOCIATION_LIMIT_EXCEEDED", Integer.toString(type.maxToObjectIds()))
                    .context("associationSpec", new LinkRequest.Spec(type.category(), type.typeId()).toString())
                    .context("objectType", type.from().errorName());
            throw (recordId == null ? error : error.context("objectId", recordId.toString())).exception();
        }
    }
}
