// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** The labels of links: HubSpot's and the account's own. */
class AssociationLabelsTest extends SimulatorTest {

    private static final String LABELS = "/crm/v4/associations/tickets/companies/labels";
    private static final String REPORTED =
            "{\"name\":\"reported_by\",\"label\":\"Reported by\",\"inverseLabel\":\"Reported\"}";

    private List<String> labels(String path) throws IOException {
        List<String> labels = new ArrayList<>();
        client.get(path)
                .at("/results")
                .forEach(type -> labels.add(type.get("label").asText(null)));
        return labels;
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, companies, 279",
        "companies, contacts, 280",
        "deals, companies, 341",
        "tickets, companies, 339",
        "contacts, notes, 201",
        "tasks, tickets, 230",
        "contacts, contacts, 449"
    })
    void plainTypesHaveHubSpotsIds(String from, String to, int id) throws IOException {
        JsonNode plain = client.get("/crm/v4/associations/" + from + "/" + to + "/labels")
                .at("/results/0");

        assertThat(plain.get("typeId").asInt()).isEqualTo(id);
        assertThat(plain.get("category").asText()).isEqualTo("HUBSPOT_DEFINED");
        assertThat(plain.get("label").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LABELS,
                "/crm/associations/v4/tickets/companies/labels",
                "/crm/associations/2026-03/tickets/companies/labels"
            })
    void createAnswersBothDirections(String path) throws IOException {
        Reply reply = client.post(path, REPORTED);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results")).hasSize(2);
        assertThat(reply.text("/results/0/category")).isEqualTo("USER_DEFINED");
        assertThat(reply.text("/results/0/label")).isEqualTo("Reported by");
        assertThat(reply.text("/results/1/label")).isEqualTo("Reported");
        assertThat(labels(LABELS)).contains(null, "Primary", "Reported by");
        assertThat(labels("/crm/v4/associations/companies/tickets/labels")).contains("Reported");
        assertThat(reply.at("/results/0").has("name")).isFalse();
    }

    @Test
    void aLabelThatExistsIsRefused() throws IOException {
        client.post(LABELS, REPORTED);

        Reply reply = client.post(LABELS, REPORTED);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/subCategory")).isEqualTo("AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL");
    }

    @Test
    void oneLabelTooManyIsAnsweredWith437() throws IOException {
        simulator.settings().associationLabelLimit(1);
        client.post(LABELS, REPORTED);

        Reply reply = client.post(LABELS, "{\"name\":\"paid_by\",\"label\":\"Paid by\"}");

        assertThat(reply.status()).isEqualTo(437);
        assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void aLabelCanBeRenamed() throws IOException {
        int id = client.post(LABELS, REPORTED).at("/results/0/typeId").asInt();

        Reply reply = client.put(
                LABELS, "{\"associationTypeId\":" + id + ",\"label\":\"Told by\",\"inverseLabel\":\"Told\"}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(labels(LABELS)).contains("Told by").doesNotContain("Reported by");
        assertThat(labels("/crm/v4/associations/companies/tickets/labels")).contains("Told");
    }

    @Test
    void deletingALabelTakesItsInverseAndItsUses() throws IOException {
        LinkType label = crm.defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported")
                .get(0);
        String ticket = ticket("s").id();
        String acme = company("Acme").id();
        crm.link("tickets", ticket, "companies", acme, label);

        assertThat(client.delete(LABELS + "/" + label.typeId()).status()).isEqualTo(204);

        assertThat(labels(LABELS)).doesNotContain("Reported by");
        assertThat(labels("/crm/v4/associations/companies/tickets/labels")).doesNotContain("Reported");
        assertThat(crm.links("tickets", ticket, "companies").get(0).labels()).isEmpty();
        assertThat(client.delete(LABELS + "/339").status()).isEqualTo(400);
    }

    @Test
    void version202609DeclaresTypesWithoutValues() throws IOException {
        JsonNode label =
                client.get("/crm/associations/2026-09/tickets/companies/labels").at("/results/0");

        assertThat(label.has("fromObjectTypeId")).isTrue();
        assertThat(label.get("fromObjectTypeId").isNull()).isTrue();
    }
}
