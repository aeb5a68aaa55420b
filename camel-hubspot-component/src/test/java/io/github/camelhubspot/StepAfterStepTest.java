// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What one step of a route leaves in body and headers is not mistaken by the next for its own. */
class StepAfterStepTest extends SimulatorTestSupport {

    private static final String PUT =
            "hubspot:associations/contacts?toObjectType=companies&operation=put&associationCategory=HUBSPOT_DEFINED";
    private static final String TYPED = PUT + "&associationTypeId=279";

    private String contact;
    private String first;
    private String second;

    @BeforeEach
    void createRecords() {
        contact = create("contacts", Map.of("email", "ann@example.com"));
        first = create("companies", Map.of("name", "First"));
        second = create("companies", Map.of("name", "Second"));
    }

    @Test
    void aSkippedRecordDoesNotKeepTheIdOfTheStepBefore() {
        simulator().faults().next().answer(409, "{\"category\": \"CONFLICT\", \"message\": \"exists already\"}");

        Exchange exchange = send(
                "hubspot:objects/companies?operation=create&onConflict=skip", Map.of("name", "x"), ofEarlierStep());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.NEXT_AFTER)).isNull();
    }

    @Test
    void aReadOfManyDoesNotKeepTheIdOfTheStepBefore() {
        Exchange exchange = send("hubspot:objects/companies?operation=list", null, ofEarlierStep());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isNull();
    }

    @Test
    void theAnswerToOneLinkIsNotReadAsTheNext() {
        Exchange one = send(TYPED, null, ids(first));

        Exchange other = send(TYPED, one.getMessage().getBody(), ids(second));

        assertThat(one.getException()).isNull();
        assertThat(other.getException()).isNull();
        assertThat(simulator().crm().links("contacts", contact, "companies")).hasSize(2);
    }

    @Test
    void aBodyOfManyIsNotReadWhereOptionsAndHeadersSayAll() {
        assertThat(send(TYPED, List.of(1).iterator(), ids(first)).getException())
                .isNull();
    }

    @Test
    void aTypeInAHeaderWinsOverALabelInTheUri() {
        Map<String, Object> headers = ids(first);
        headers.put(HubSpotConstants.ASSOCIATION_TYPE_ID, 279);

        Exchange exchange = send(PUT + "&associationLabel=Nobody has this", null, headers);

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().bodyJson().path(0).path("associationTypeId").asInt())
                .isEqualTo(279);
    }

    @Test
    void aBodyWithTypesAndALabelIsAmbivalent() {
        Exchange exchange = send(
                "hubspot:associations/contacts?toObjectType=companies&operation=put",
                Map.of(
                        "objectId",
                        contact,
                        "toObjectId",
                        first,
                        "label",
                        "Boss",
                        "types",
                        List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 279))));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aTextIsAnIdWhereAnIdIsNeeded() {
        Exchange exchange = send("hubspot:objects/contacts?operation=batchGet&idProperty=email", "ann@example.com");
        Exchange quoted = send("hubspot:objects/contacts?operation=get", '"' + contact + '"');

        assertThat(exchange.getException()).isNull();
        assertThat(quoted.getException()).isNull();
        assertThat(lastCall().path()).endsWith("/" + contact);
    }

    private Map<String, Object> ids(String company) {
        return new HashMap<>(Map.of(HubSpotConstants.OBJECT_ID, contact, HubSpotConstants.TO_OBJECT_ID, company));
    }

    private Map<String, Object> ofEarlierStep() {
        return Map.of(HubSpotConstants.RESULT_ID, first, HubSpotConstants.NEXT_AFTER, "100");
    }

    private String create(String objectType, Map<String, String> properties) {
        return simulator().crm().create(objectType, properties).id();
    }
}
