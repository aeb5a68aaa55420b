// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Normalisation;
import io.github.camelhubspot.simulator.crm.PropertyValue;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Writes a record as HubSpot answers it. */
final class RecordJson {

    private final SimulatorSettings settings;

    RecordJson(SimulatorSettings settings) {
        this.settings = settings;
    }

    ObjectNode of(SimulatedRecord shown, Projection projection) {
        ObjectNode json = Json.object().put("id", shown.id());
        ObjectNode properties = json.putObject("properties");
        if (projection.properties() == null) {
            shown.properties().forEach(properties::put);
        } else {
            projection.properties().forEach(name -> properties.put(name, shown.property(name)));
        }
        if (!projection.history().isEmpty()) {
            ObjectNode histories = json.putObject("propertiesWithHistory");
            projection.history().forEach(name -> history(histories.putArray(name), shown.history(name)));
        }
        json.put("createdAt", shown.createdAt().toString());
        json.put("updatedAt", shown.updatedAt().toString());
        json.put("archived", shown.archived());
        if (shown.archived()) {
            json.put("archivedAt", shown.archivedAt().toString());
        }
        return json.put(
                "url",
                "https://app.hubspot.com/contacts/" + settings.portalId() + "/record/" + shown.objectTypeId() + "/"
                        + shown.id());
    }

    private static void history(ArrayNode json, List<PropertyValue> versions) {
        for (PropertyValue version : versions) {
            json.addObject()
                    .put("value", version.value())
                    .put("timestamp", Json.time(version.timestamp()))
                    .put("sourceType", "INTEGRATION")
                    .put("sourceId", "simulator");
        }
    }

    /** Adds what a write's answer has besides the record: the trace id, and values that were normalised. */
    void addWriteNotes(ObjectNode json, String traceId, List<Normalisation> normalisations) {
        if (traceId != null && settings.echoTraceIds()) {
            json.put("objectWriteTraceId", traceId);
        }
        if (normalisations.isEmpty()) {
            return;
        }
        ArrayNode warnings = json.putArray("warnings");
        for (Normalisation normalisation : normalisations) {
            ObjectNode warning = warnings.addObject()
                    .put("category", "PROPERTY_VALUE_NORMALIZED")
                    .put("message", "The value of property " + normalisation.property() + " was normalized");
            warning.putObject("context")
                    .put("propertyName", normalisation.property())
                    .put("rawValue", normalisation.rawValue())
                    .put("normalizedValue", normalisation.normalizedValue());
        }
    }
}
