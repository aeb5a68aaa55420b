// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.Optional;
import java.util.OptionalLong;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Finds the record that a call names by its id or by a unique property. */
final class RecordLookup {

    private final SimulatorSettings settings;

    RecordLookup(SimulatorSettings settings) {
        this.settings = settings;
    }

    /** The one record that a GET or PATCH is about. */
    SimulatedRecord one(ObjectStore store, String id, String idProperty) {
        if (idProperty != null) {
            requireUnique(store, idProperty);
            return store.byUnique(idProperty, id)
                    .orElseThrow(() -> HubSpotError.notFound().exception());
        }
        return store.current(numeric(id))
                .orElseThrow(() -> HubSpotError.notFound().exception());
    }

    /** An archived record, which is found by its id only. */
    SimulatedRecord archived(ObjectStore store, String id) {
        return store.archived(numeric(id))
                .orElseThrow(() -> HubSpotError.notFound().exception());
    }

    private static long numeric(String id) {
        return Crm.recordId(id).orElseThrow(() -> HubSpotError.of(
                        404, HubSpotError.OBJECT_NOT_FOUND, "Object not found.  objectId are usually numeric.")
                .context("id", id)
                .exception());
    }

    /** The live record that an input of a batch is about; ids of merged records find nothing here. */
    Optional<SimulatedRecord> ofBatch(ObjectStore store, String id, String idProperty) {
        if (idProperty != null) {
            return store.byUnique(idProperty, id);
        }
        OptionalLong numericId = Crm.recordId(id);
        return numericId.isEmpty() ? Optional.empty() : store.exact(numericId.getAsLong());
    }

    /** Refuses a property by which records cannot be addressed. */
    void requireUnique(ObjectStore store, String idProperty) {
        if (!store.definitions().isUnique(idProperty)) {
            throw notUnique(store, idProperty);
        }
    }

    RuntimeException notUnique(ObjectStore store, String idProperty) {
        return HubSpotError.validation("Unable to perform update/upsert by non-unique "
                        + store.type().id() + " property " + idProperty + " in portal ID " + settings.portalId())
                .exception();
    }
}
