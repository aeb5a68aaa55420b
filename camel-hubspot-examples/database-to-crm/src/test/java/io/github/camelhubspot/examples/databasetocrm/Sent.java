// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;

/** What arrived at the simulator. */
final class Sent {

    static final String UPSERT_COMPANIES = "/crm/v3/objects/companies/batch/upsert";
    static final String UPSERT_CONTACTS = "/crm/v3/objects/contacts/batch/upsert";
    static final String ARCHIVE_COMPANIES = "/crm/v3/objects/companies/batch/archive";
    static final String ARCHIVE_CONTACTS = "/crm/v3/objects/contacts/batch/archive";
    static final String LINK = "/crm/v4/associations/contacts/companies/batch/associate/default";
    static final String UNLINK = "/crm/v4/associations/contacts/companies/batch/archive";

    private final HubSpotSimulator hubSpot;

    Sent(HubSpotSimulator hubSpot) {
        this.hubSpot = hubSpot;
    }

    List<RecordedCall> calls(String path) {
        return hubSpot.calls().stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The ids of all inputs: external ids of an upsert, record ids of an archive. */
    List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        for (RecordedCall call : calls(path)) {
            call.bodyJson()
                    .get("inputs")
                    .forEach(input -> ids.add(input.get("id").asText()));
        }
        return ids;
    }

    /** In how many calls that were not refused a record was upserted. */
    long written(String path, String externalId) {
        return calls(path).stream()
                .filter(call -> call.status() / 100 == 2)
                .filter(call ->
                        call.bodyJson().get("inputs").findValuesAsText("id").contains(externalId))
                .count();
    }

    /** The two ends of all links, as record ids. */
    List<String> links(String path) {
        List<String> links = new ArrayList<>();
        for (RecordedCall call : calls(path)) {
            for (JsonNode input : call.bodyJson().get("inputs")) {
                String from = input.at("/from/id").asText();
                JsonNode to = input.get("to");
                for (JsonNode target : to.isArray() ? to : List.of(to)) {
                    links.add(from + " " + target.get("id").asText());
                }
            }
        }
        return links;
    }

    /** All calls that read or write records or links. */
    List<RecordedCall> ofRecords() {
        return hubSpot.calls().stream()
                .filter(call -> !call.path().startsWith("/crm/v3/properties/"))
                .toList();
    }
}
