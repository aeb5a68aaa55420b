// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seed page 004: what cannot be the call of the page is refused before it is sent. */
class PutAssociationRefusalsTest extends SeedTestSupport {

    private static final String PUT = "hubspot:associations/tickets?toObjectType=companies&operation=put";

    private static final Map<String, Object> IDS = Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22");

    private static final String TYPES = "[{\"associationCategory\": \"USER_DEFINED\", \"associationTypeId\": 41}]";

    @ParameterizedTest
    @CsvSource({"objectType, deals", "objectId, 12", "toObjectType, contacts", "toObjectId, 23"})
    void aBodyThatContradictsUriOrHeader(String field, String other) {
        String body = "{\"%s\": \"%s\", \"types\": %s}".formatted(field, other, TYPES);

        assertRefusedBeforeTheCall(PUT, body, IDS, field);
    }

    @ParameterizedTest
    @CsvSource({"objectId, 12", "toObjectId, 23"})
    void aBodyThatContradictsAnOption(String field, String other) {
        String body = "{\"%s\": \"%s\", \"types\": %s}".formatted(field, other, TYPES);

        assertRefusedBeforeTheCall(PUT + "&objectId=11&toObjectId=22", body, Map.of(), field);
    }

    @ParameterizedTest
    @CsvSource({"objectType, deals", "toObjectType, contacts"})
    void aBodyThatContradictsTheObjectTypesOfTheHeaders(String field, String other) {
        Map<String, Object> headers = new HashMap<>(IDS);
        headers.put("CamelHubSpotObjectType", "tickets");
        headers.put("CamelHubSpotToObjectType", "companies");
        String body = "{\"%s\": \"%s\", \"types\": %s}".formatted(field, other, TYPES);

        assertRefusedBeforeTheCall("hubspot:associations?operation=put", body, headers, field);
    }

    @Test
    void aTargetTypeThatTheUriGivesTwice() {
        assertRefusedBeforeTheCall(
                "hubspot:associations/tickets/companies?toObjectType=companies&operation=put",
                TYPES,
                IDS,
                "toObjectType");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "2147483648", "4294967337", "1.5", "1e3", "\"abc\"", "\" \"", "null", "true", "[1]"})
    void aTypeIdThatIsNone(String typeId) {
        assertRefusedBeforeTheCall(PUT, TYPES.replace("41", typeId), IDS, "associationTypeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "1.5", "abc", " "})
    void aTypeIdThatIsNoneInTheHeader(String typeId) {
        Map<String, Object> headers = new HashMap<>(IDS);
        headers.put("CamelHubSpotAssociationTypeId", typeId);

        assertRefusedBeforeTheCall(PUT + "&associationCategory=USER_DEFINED", null, headers, "ssociationTypeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "1.5", "abc"})
    void aTypeIdThatIsNoneInTheUri(String typeId) {
        assertRefusedBeforeTheCall(
                PUT + "&associationCategory=USER_DEFINED&associationTypeId=" + typeId, null, IDS, "associationTypeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"user_defined\"", "\"MADE_UP\"", "\"\"", "7", "null"})
    void aCategoryThatIsNone(String category) {
        assertRefusedBeforeTheCall(
                PUT,
                TYPES.replace("\"USER_DEFINED\"", category),
                IDS,
                "associationCategory",
                "HUBSPOT_DEFINED",
                "USER_DEFINED",
                "INTEGRATOR_DEFINED",
                "WORK");
    }

    @Test
    void aTypeWithoutACategory() {
        assertRefusedBeforeTheCall(PUT, "[{\"associationTypeId\": 41}]", IDS, "associationCategory");
        assertRefusedBeforeTheCall(PUT + "&associationTypeId=41", null, IDS, "associationCategory");
    }

    @Test
    void aTypeWithoutAnId() {
        assertRefusedBeforeTheCall(PUT, "[{\"associationCategory\": \"WORK\"}]", IDS, "associationTypeId");
        assertRefusedBeforeTheCall(PUT + "&associationCategory=WORK", null, IDS, "associationTypeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"types\": []}", "[7]", "7", "not JSON", "[{"})
    void aBodyWithoutTypes(String body) {
        assertRefusedBeforeTheCall(PUT, body, IDS);
    }

    @Test
    void aLinkWithoutOneOfItsIds() {
        assertRefusedBeforeTheCall(PUT, TYPES, Map.of("CamelHubSpotToObjectId", "22"), "objectId");
        assertRefusedBeforeTheCall(PUT, TYPES, Map.of("CamelHubSpotObjectId", "11"), "toObjectId");
        assertRefusedBeforeTheCall(
                PUT, TYPES, Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", " "), "toObjectId");
    }

    @Test
    void aLinkWithoutOneOfItsObjectTypes() {
        assertRefusedBeforeTheCall("hubspot:associations/tickets?operation=put", TYPES, IDS, "toObjectType");
        assertRefusedBeforeTheCall(
                "hubspot:associations?toObjectType=companies&operation=put", TYPES, IDS, "objectType");
    }
}
