// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.StageInput;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Owner;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** What the account may have, and what it has. */
class AccountLimitsTest extends SimulatorTest {

    private static final String LIMITS = "/crm/v3/limits";

    private static JsonNode of(String objectTypeId, JsonNode list) {
        for (JsonNode entry : list) {
            if (entry.get("objectTypeId").asText().equals(objectTypeId)) {
                return entry;
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, "/crm/limits/2025-09", "/crm/limits/2026-03", "/crm/limits/2026-09"})
    void recordsAreCounted(String path) throws IOException {
        ObjectType boats = crm.defineObjectType("boats");
        for (int i = 0; i < 94; i++) {
            company("Company " + i);
        }
        crm.archive("companies", company("Gone").id());
        crm.create(boats.id(), Map.of());

        Reply reply = client.get(path + "/records");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode companies = of("0-2", reply.at("/hubspotDefinedObjectTypes"));
        assertThat(companies.get("singularLabel").asText()).isEqualTo("Company");
        assertThat(companies.get("pluralLabel").asText()).isEqualTo("Companies");
        assertThat(companies.get("usage").asInt()).isEqualTo(94);
        assertThat(companies.get("limit").asInt()).isEqualTo(15_000_000);
        assertThat(companies.get("percentage").asText()).isEqualTo("0.001");
        assertThat(of("0-8", reply.at("/hubspotDefinedObjectTypes"))
                        .get("pluralLabel")
                        .asText())
                .isEqualTo("Line items");
        assertThat(reply.at("/customObjectTypes/overallUsage").asInt()).isEqualTo(1);
        assertThat(reply.at("/customObjectTypes/overallLimit").asInt()).isPositive();
        assertThat(reply.at("/customObjectTypes/byObjectType")).hasSize(1);
        assertThat(reply.at("/customObjectTypes/byObjectType/0").has("limit")).isFalse();
        assertThat(reply.text("/customObjectTypes/byObjectType/0/objectTypeId")).isEqualTo(boats.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, "/crm/limits/2026-03"})
    void propertiesAreCounted(String path) throws IOException {
        crm.defineProperty("companies", PropertyDefinition.string("one"));
        crm.defineProperty("companies", PropertyDefinition.of("sum", "number", "calculation_equation"));
        crm.defineProperty("contacts", PropertyDefinition.string("one"));

        Reply custom = client.get(path + "/custom-properties");
        Reply calculated = client.get(path + "/calculated-properties");

        assertThat(custom.status()).isEqualTo(200);
        assertThat(custom.at("/overallUsage").asInt()).isEqualTo(3);
        assertThat(custom.at("/overallLimit").asInt()).isEqualTo(10_000);
        assertThat(custom.at("/overallPercentage").asText()).isEqualTo("0.03");
        assertThat(of("0-2", custom.at("/byObjectType")).get("usage").asInt()).isEqualTo(2);
        assertThat(of("0-2", custom.at("/byObjectType")).get("limit").asInt()).isEqualTo(1000);
        assertThat(calculated.status()).isEqualTo(200);
        assertThat(calculated.at("/overallUsage").asInt()).isEqualTo(1);
        assertThat(of("0-2", calculated.at("/byObjectType")).get("usage").asInt())
                .isEqualTo(1);
        assertThat(of("0-2", calculated.at("/byObjectType")).has("limit")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, "/crm/limits/2026-09"})
    void customObjectsAndPipelinesAreCounted(String path) throws IOException {
        ObjectType boats = crm.defineObjectType("boats");
        crm.definePipeline(boats.id(), "repairs", "Repairs", StageInput.of("dock", "Dock", Map.of()));
        crm.definePipeline("deals", "other", "Other", StageInput.of("x", "X", Map.of("probability", "0")));

        Reply types = client.get(path + "/custom-object-types");
        Reply pipelines = client.get(path + "/pipelines");

        assertThat(types.at("/usage").asInt()).isEqualTo(1);
        assertThat(types.at("/limit").asInt()).isEqualTo(10);
        assertThat(types.at("/percentage").asInt()).isEqualTo(10);
        JsonNode deals = of("0-3", pipelines.at("/hubspotDefinedObjectTypes"));
        assertThat(deals.get("usage").asInt()).isEqualTo(2);
        assertThat(deals.get("limit").asInt()).isEqualTo(100);
        assertThat(of("0-1", pipelines.at("/hubspotDefinedObjectTypes"))).isNull();
        assertThat(pipelines.at("/customObjectTypes/overallUsage").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, "/crm/limits/2026-03"})
    void labelsAreCountedForEachDirection(String path) throws IOException {
        crm.defineLabel("tickets", "companies", "reported", "Reported by", "Reported");
        crm.defineLabel("contacts", "contacts", "friend", "Friend", null);

        Reply all = client.get(path + "/associations/labels");
        Reply one = client.get(path + "/associations/labels?fromObjectTypeId=0-2&toObjectTypeId=0-5");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.at("/results")).hasSize(3);
        assertThat(one.at("/results")).hasSize(1);
        assertThat(one.text("/results/0/fromObjectType/objectTypeId")).isEqualTo("0-2");
        assertThat(one.text("/results/0/toObjectType/singularLabel")).isEqualTo("Ticket");
        assertThat(one.text("/results/0/allLabels/0")).isEqualTo("Reported");
        assertThat(one.at("/results/0/usage").asInt()).isEqualTo(1);
        assertThat(one.at("/results/0/limit").asInt()).isEqualTo(50);
        assertThat(one.at("/results/0/percentage").asInt()).isEqualTo(2);
        assertThat(client.get(path + "/associations/labels?fromObjectTypeId=widgets")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIMITS, "/crm/limits/2025-09", "/crm/limits/2026-03", "/crm/limits/2026-09"})
    void linksNearTheirLimit(String path) throws IOException {
        String links = path + "/associations/records";
        String near = contact("near@example.com").id();
        String full = contact("full@example.com").id();
        for (int i = 0; i < 5; i++) {
            String company = company("Company " + i).id();
            crm.link("contacts", full, "companies", company);
            if (i < 4) {
                crm.link("contacts", near, "companies", company);
            }
        }
        assertThat(client.get(links + "/from").at("/results")).isEmpty();
        assertThat(client.get(links + "/0-1/0-2").at("/limit").asInt()).isEqualTo(50_000);
        client.post(
                "/crm/associations/v4/definitions/configurations/contacts/companies/batch/create",
                "{\"inputs\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":279,\"maxToObjectIds\":5}]}");

        Reply from = client.get(links + "/from");
        Reply to = client.get(links + "/0-1/to");
        Reply pair = client.get(links + "/0-1/0-2");

        assertThat(from.status()).isEqualTo(200);
        assertThat(from.at("/results")).hasSize(1);
        assertThat(from.text("/results/0/objectTypeId")).isEqualTo("0-1");
        assertThat(from.at("/results/0/hasRecordsAtLimit").asBoolean()).isTrue();
        assertThat(from.at("/results/0/hasRecordsNearLimit").asBoolean()).isTrue();
        assertThat(to.at("/results")).hasSize(1);
        assertThat(to.text("/results/0/pluralLabel")).isEqualTo("Companies");
        assertThat(client.get(links + "/0-2/to").at("/results")).isEmpty();
        assertThat(pair.at("/limit").asInt()).isEqualTo(5);
        assertThat(pair.at("/totalRecordsNearLimit").asInt()).isEqualTo(1);
        assertThat(pair.at("/totalRecordsAtLimit").asInt()).isEqualTo(1);
        assertThat(pair.text("/nearLimitFromRecordSamples/0/objectId")).isEqualTo(near);
        assertThat(pair.text("/nearLimitFromRecordSamples/0/label")).isEqualTo("near@example.com");
        assertThat(pair.at("/nearLimitFromRecordSamples/0/usage").asInt()).isEqualTo(4);
        assertThat(pair.at("/nearLimitFromRecordSamples/0/percentage").asInt()).isEqualTo(80);
        assertThat(pair.text("/atLimitFromRecordSamples/0/objectId")).isEqualTo(full);
        assertThat(pair.at("/atLimitFromRecordSamples/0").has("usage")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/crm/v4/associations/usage/high-usage-report/",
                "/crm/associations/2025-09/usage/high-usage-report/",
                "/crm/associations/2026-03/usage/high-usage-report/",
                "/crm/associations/2026-09/usage/high-usage-report/"
            })
    void theReportOfHighUsageGoesToAUser(String path) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T20:00:00Z"));
        Owner jane = crm.addOwner(Owner.person("jane@example.com", "Jane", "Doe"));

        Reply reply = client.post(path + jane.userId(), "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/userId").asLong()).isEqualTo(jane.userId());
        assertThat(reply.text("/userEmail")).isEqualTo("jane@example.com");
        assertThat(reply.text("/enqueueTime")).isEqualTo("2026-01-01T20:00:00Z");
        assertThat(client.post(path + jane.id(), "").status()).isEqualTo(404);
    }

    @Test
    void limitsOfUnknownTypesAreRefused() throws IOException {
        assertThat(client.get(LIMITS + "/associations/records/widgets/to").status())
                .isEqualTo(400);
    }
}
