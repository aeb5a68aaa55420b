// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** A call changes the record and the link that the message names, and no other. */
class IdentityTest extends SimulatorTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?operation=";
    private static final String LINKS = "hubspot:associations/contacts?toObjectType=companies&operation=";

    private String contact;
    private String acme;
    private String other;

    @BeforeEach
    void createRecords() {
        defineExternalId();
        contact = create("contacts", Map.of("email", "old@example.com"));
        acme = create("companies", Map.of("name", "Acme"));
        other = create("companies", Map.of("name", "Other"));
    }

    @Test
    void aValueOfAUniquePropertyIsNotArchivedAsARecordId() {
        Map<String, Object> envelope =
                Map.of("id", acme, "idProperty", "external_id", "properties", Map.of("name", "x"));

        Exchange exchange = send(COMPANIES + "archive", envelope);
        BatchResult result =
                request(COMPANIES + "batchArchive&batchFailure=report", List.of(envelope), BatchResult.class);

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idProperty");
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(1);
        assertThat(calls()).isEmpty();
    }

    @Test
    void aTargetInTheBodyThatContradictsTheHeaderIsAnError() {
        Map<String, Object> ids =
                new HashMap<>(Map.of(HubSpotConstants.OBJECT_ID, contact, HubSpotConstants.TO_OBJECT_ID, acme));

        Exchange exchange =
                send(LINKS + "archive", Map.of("from", Map.of("id", contact), "to", List.of(Map.of("id", other))), ids);

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toObjectId");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aValueThatReadsLikeAnErrorOfHubSpotsDoesNotChooseTheRecordToUpdate() {
        String value = "Existing ID: " + other;
        simulator().faults().next().answer(400, """
                {"status": "error", "category": "VALIDATION_ERROR", "message": "Property values were not valid: \
                [{\\"isValid\\": false, \\"message\\": \\"Cannot set PropertyValueCoordinates{propertyName=external_id, \
                value=%s} on 555. %s already has that value.\\", \\"error\\": \\"CONFLICTING_UNIQUE_VALUE\\", \
                \\"name\\": \\"external_id\\"}]"}""".formatted(value, acme));

        Exchange exchange = send(COMPANIES + "create&onConflict=update", Map.of("external_id", value));

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).extracting(RecordedCall::path).last().asString().endsWith("/" + acme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "upsert"})
    void aWriteThatChangesWhatNamesItsRecordIsNotRepeated(String operation) {
        simulator().faults().next().afterApplying().answer(503);

        Exchange exchange = send(
                "hubspot:objects/contacts?idProperty=email&operation=" + operation,
                Map.of("email", "new@example.com"),
                Map.of(HubSpotConstants.OBJECT_ID, "old@example.com"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(calls()).hasSize(1);
        assertThat(simulator().crm().records("contacts")).hasSize(1);
    }

    @Test
    void aChunkWithARecordThatChangesWhatNamesItIsNotRepeated() {
        simulator().faults().next().afterApplying().answer(503);

        Exchange exchange = send(
                "hubspot:objects/contacts?operation=batchUpsert",
                List.of(Map.of(
                        "id",
                        "old@example.com",
                        "idProperty",
                        "email",
                        "properties",
                        Map.of("email", "new@example.com"))));

        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anExistingRecordIsNotUpdatedWithoutTheLinksOfTheInput() {
        create("contacts", Map.of("email", "ann@example.com"));
        Map<String, Object> input = Map.of(
                "properties",
                Map.of("email", "ann@example.com", "firstname", "Ann"),
                "associations",
                List.of(Map.of(
                        "to",
                        Map.of("id", acme),
                        "types",
                        List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 279)))));
        String contacts = "hubspot:objects/contacts?onConflict=update&operation=";

        Exchange single = send(contacts + "create", input);
        BatchResult result = request(contacts + "batchCreate&batchFailure=report", List.of(input), BatchResult.class);

        assertThat(single.getException()).isInstanceOf(HubSpotConflictException.class);
        assertThat(result.count(OutcomeStatus.REJECTED)).isEqualTo(1);
        assertThat(simulator().crm().records("contacts"))
                .allSatisfy(record -> assertThat(record.property("firstname")).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "batchPut"})
    void labelsThatCannotBeReadAreNotReplaced(String operation) {
        LinkType payer = simulator()
                .crm()
                .defineLabel("contacts", "companies", "payer", "Payer", "Pays")
                .get(0);
        simulator().faults().next().matching("POST", "*/batch/read").answer(207, """
                {"status": "COMPLETE", "results": [], "numErrors": 1, "errors": [{"status": "error",
                 "category": "INTERNAL_ERROR", "message": "oops", "context": {"fromObjectId": ["%s"]}}]}""".formatted(contact));

        Exchange exchange = send(
                LINKS + operation + "&labelMode=add&associationCategory=USER_DEFINED&associationTypeId="
                        + payer.typeId(),
                Map.of("objectId", contact, "toObjectId", acme));

        assertThat(exchange.getException()).isInstanceOf(HubSpotException.class);
        assertThat(calls()).hasSize(1);
    }

    private String create(String objectType, Map<String, String> properties) {
        return simulator().crm().create(objectType, properties).id();
    }
}
