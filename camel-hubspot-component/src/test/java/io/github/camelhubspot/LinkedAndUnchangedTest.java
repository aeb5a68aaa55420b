// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Records with links whose properties would not change, and records that upserts name by a property. */
class LinkedAndUnchangedTest extends SimulatorTestSupport {

    private String company;
    private String contact;

    @BeforeEach
    void prepare() {
        defineExternalId();
        simulator()
                .crm()
                .defineProperty(
                        "contacts", PropertyDefinition.string("external_id").unique());
        contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
        company = simulator()
                .crm()
                .create("companies", Map.of("external_id", "7", "name", "Acme"))
                .id();
    }

    private Map<String, Object> record() {
        return Map.of(
                "id",
                company,
                "properties",
                Map.of("external_id", "7", "name", "Acme"),
                "associations",
                List.of(Map.of("to", "contact.email=ann@example.com")));
    }

    private void assertLinkedAndUntouched(String modified) {
        assertThat(simulator().crm().links("companies", company, "contacts")).hasSize(1);
        assertThat(modified()).isEqualTo(modified);
        assertThat(calls())
                .noneMatch(call -> call.path().endsWith("/batch/upsert")
                        || call.path().endsWith("/batch/update")
                        || call.method().equals("PATCH"));
    }

    private String modified() {
        return simulator().crm().record("companies", company).orElseThrow().property("hs_lastmodifieddate");
    }

    @ParameterizedTest
    @CsvSource({
        "batchUpsert&idProperty=external_id",
        "batchUpdate",
        "batchCreate&idProperty=external_id&onConflict=update"
    })
    void aBatchWritesTheLinksOnly(String operation) {
        String modified = modified();

        BatchResult result = request(
                "hubspot:objects/companies?skipUnchanged=true&operation=" + operation,
                List.of(record()),
                BatchResult.class);

        assertThat(result.outcomes().get(0).status()).isEqualTo(OutcomeStatus.UPDATED);
        assertLinkedAndUntouched(modified);
    }

    @ParameterizedTest
    @CsvSource({"upsert&idProperty=external_id", "update", "create&idProperty=external_id&onConflict=update"})
    void aSingleWriteToo(String operation) {
        String modified = modified();

        Exchange written = send("hubspot:objects/companies?skipUnchanged=true&operation=" + operation, record());

        assertThat(written.getException()).isNull();
        assertLinkedAndUntouched(modified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&idProperty=external_id"})
    void anUpsertTakesAKeyForItsRecord(String option) {
        Map<String, Object> body = Map.of("id", "company.external_id=7", "properties", Map.of("name", "Beta"));

        Exchange single = send("hubspot:objects/companies?operation=upsert" + option, body);
        BatchResult batch =
                request("hubspot:objects/companies?operation=batchUpsert" + option, List.of(body), BatchResult.class);

        assertThat(single.getException()).isNull();
        assertThat(batch.outcomes().get(0).status()).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(simulator().crm().records("companies"))
                .extracting(record -> record.property("external_id"))
                .containsExactly("7");
    }

    @Test
    void aKeyOfAnotherTypeIsRefused() {
        Exchange wrong = send(
                "hubspot:objects/companies?operation=upsert",
                Map.of("id", "contact.external_id=7", "properties", Map.of("name", "Beta")));

        assertThat(wrong.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void aListTakesIdsOnly() {
        Exchange refused = send("hubspot:lists?operation=addMembers&objectId=1", List.of("email=ann@example.com"));

        assertThat(refused.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("email");
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatWasNotGivenToReadIsWritten() {
        Exchange written = send(
                "hubspot:objects/companies?operation=update&skipUnchanged=true",
                Map.of("id", company, "properties", Map.of("no_such_property", "")));

        assertThat(written.getException()).isInstanceOf(HubSpotValidationException.class);
    }

    @Test
    void aTargetWhoseCreationWasLostMakesTheRecordAmbiguous() {
        simulator()
                .faults()
                .next()
                .matching("POST", "/crm/v3/objects/companies/batch/create")
                .afterApplying()
                .dropConnection();

        BatchResult result = request(
                "hubspot:objects/contacts?operation=batchCreate&missingTarget=create&batchFailure=report",
                List.of(Map.of(
                        "properties",
                        Map.of("email", "bob@example.com"),
                        "associations",
                        List.of(Map.of("to", "company.domain=new.example")))),
                BatchResult.class);

        assertThat(result.outcomes().get(0).status()).isEqualTo(OutcomeStatus.AMBIGUOUS);
    }
}
