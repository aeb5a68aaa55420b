// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.AssociationTypes;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Checks links that calls want to make: type ids exist and point the right way, records exist. */
public final class LinkChecks {

    private static final String INVALID = "One or more associations are invalid";

    private final AssociationTypes types;
    private final Crm crm;

    LinkChecks(AssociationTypes types, Crm crm) {
        this.types = types;
        this.crm = crm;
    }

    /** A link from a record that is being created: the types decide what kind of record it leads to. */
    public NewLink fromNewRecord(ObjectType from, LinkRequest request) {
        if (request.types().isEmpty()) {
            throw HubSpotError.missingField("types").exception();
        }
        List<AssociationType> found = new ArrayList<>();
        for (LinkRequest.Spec spec : request.types()) {
            AssociationType type = types.find(spec.category(), spec.typeId()).orElseThrow(() -> unknownType(spec));
            if (!type.from().equals(from)) {
                throw HubSpotError.validation("invalid from object type " + from.id()
                                + " for associations to be created. expected: "
                                + type.from().id())
                        .exception();
            }
            found.add(type);
        }
        ObjectType to = found.get(0).to();
        return new NewLink(to, record(to, request.toId()).numericId(), found);
    }

    /** The types of a link between two given kinds of record. */
    public List<AssociationType> types(ObjectType from, ObjectType to, List<LinkRequest.Spec> specs) {
        List<AssociationType> found = new ArrayList<>();
        for (LinkRequest.Spec spec : specs) {
            found.add(types.find(from, to, spec.category(), spec.typeId()).orElseThrow(() -> unknownType(spec)));
        }
        return found;
    }

    /** The record at one end of a link. */
    public SimulatedRecord record(ObjectType type, String id) {
        Optional<SimulatedRecord> found = Crm.recordId(id).stream()
                .mapToObj(crm.store(type)::current)
                .flatMap(Optional::stream)
                .findFirst();
        return found.orElseThrow(() -> HubSpotError.validation(INVALID)
                .context("INVALID_OBJECT_IDS", type.errorName() + "=" + id + " is not valid")
                .context("objectId", id)
                .context("objectType", type.errorName())
                .exception());
    }

    private static RuntimeException unknownType(LinkRequest.Spec spec) {
        return HubSpotError.validation(INVALID)
                .context("associationSpec", spec.toString())
                .context("INVALID_ASSOCIATION_TYPE_ID", Integer.toString(spec.typeId()))
                .exception();
    }
}
