// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;

/** Seed page 002: where the path's {@code objectType} and {@code objectId} come from. */
class UpdateObjectIdsTest extends SeedTestSupport {

    private static final String CHANGES = "{\"properties\": {\"name\": \"Acme\"}}";

    private static final CannedAnswer ANSWER = CannedAnswer.json(200, """
            {
              "archived": false,
              "createdAt": "2019-10-30T03:30:17.883Z",
              "id": "512",
              "properties": {},
              "updatedAt": "2019-12-07T16:50:06.678Z"
            }
            """);

    @ParameterizedTest
    @CsvSource({
        "companies, companies",
        "company, companies",
        "contacts, contacts",
        "contact, contacts",
        "deal, deals",
        "listing, listings",
        "line_item, line_items",
        "0-420, 0-420",
        "2-123456, 2-123456",
        "p62515_car, p62515_car"
    })
    void sendsAKnownSingularAsItsPluralAndAnyOtherTypeAsWritten(String written, String sent) {
        server.answers(ANSWER);

        call("hubspot:objects/" + written + "?operation=update", CHANGES, Map.of("CamelHubSpotObjectId", "512"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/" + sent + "/512")
                .hasNoQuery();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a b",
                "a+b",
                "ada@example.com",
                "100%",
                "100%25",
                "%2F",
                "ada+crm/50%@example.com",
                "Zoë Łukasz",
                "東京",
                "😀",
                "İstanbul ıI",
                "a:b;c=d,e",
                "\"quoted\" 'text' {x} [y] |z| ^ ` <tag>",
                "~-._"
            })
    void sendsAValueOfTheUniquePropertyUnchanged(String value) {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id",
                CHANGES,
                Map.of("CamelHubSpotObjectId", value));

        assertThatRequest(server.onlyRequest())
                .hasPathSegments("crm", "v3", "objects", "companies", value)
                .hasOnlyParameter("idProperty", "external_id")
                .hasJson(CHANGES);
    }

    @Test
    void encodesTheValueOfTheUniquePropertyInThePath() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id",
                CHANGES,
                Map.of("CamelHubSpotObjectId", "a/b+c@d%e é"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/a%2Fb%2Bc%40d%25e%20%C3%A9")
                .hasQuery("idProperty=external_id");
    }

    @Test
    void takesTheHeadersIdFirst() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&objectId=2",
                "{\"id\": \"3\", \"properties\": {\"name\": \"Acme\"}}",
                Map.of("CamelHubSpotObjectId", "1"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/1")
                .hasNoQuery()
                .hasJson(CHANGES);
    }

    @Test
    void takesTheOptionsIdBeforeThatOfTheBody() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&objectId=2",
                "{\"id\": \"3\", \"properties\": {\"name\": \"Acme\"}}");

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/2")
                .hasNoQuery()
                .hasJson(CHANGES);
    }

    @Test
    void takesTheEnvelopesId() {
        server.answers(ANSWER);

        call("hubspot:objects/companies?operation=update", "{\"id\": 3, \"properties\": {\"name\": \"Acme\"}}");

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/3")
                .hasNoQuery()
                .hasJson(CHANGES);
    }

    @Test
    void takesTheEnvelopesIdPropertyWithItsId() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update",
                "{\"id\": \"C-3\", \"idProperty\": \"external_id\", \"properties\": {\"name\": \"Acme\"}}");

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/C-3")
                .hasQuery("idProperty=external_id")
                .hasJson(CHANGES);
    }

    @Test
    void takesTheRecordIdOfAPlainRecordAndNeverSendsItAsAProperty() {
        server.answers(ANSWER);

        call("hubspot:objects/companies?operation=update", Map.of("hs_object_id", 512, "name", "Acme"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/512")
                .hasNoQuery()
                .hasJson(CHANGES);
    }

    @Test
    void takesTheValueOfTheUniquePropertyOutOfThePlainRecord() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id",
                Map.of("external_id", "C-3", "name", "Acme"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/C-3")
                .hasQuery("idProperty=external_id")
                .hasJson("{\"properties\": {\"external_id\": \"C-3\", \"name\": \"Acme\"}}");
    }

    @Test
    void takesTheNameOfTheUniquePropertyFromTheHeaderFirst() {
        server.answers(ANSWER);

        call(
                "hubspot:objects/companies?operation=update&idProperty=external_id",
                CHANGES,
                Map.of("CamelHubSpotIdProperty", "domain_key", "CamelHubSpotObjectId", "acme.example"));

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/acme.example")
                .hasQuery("idProperty=domain_key")
                .hasJson(CHANGES);
    }

    @Test
    void readsAnEarlierAnswerAsTheRecordAndSendsItsPropertiesOnly() {
        server.answers(ANSWER);
        Map<String, Object> earlier = new LinkedHashMap<>(Json.map("""
                        {
                          "archived": false,
                          "archivedAt": "2019-12-08T00:00:00Z",
                          "associations": {"contacts": {"results": [{"id": "7", "type": "company_to_contact"}]}},
                          "createdAt": "2019-10-30T03:30:17.883Z",
                          "id": "512",
                          "properties": {"hs_object_id": "512", "name": "Acme"},
                          "propertiesWithHistory": {"name": [{"value": "Acme"}]},
                          "updatedAt": "2019-12-07T16:50:06.678Z",
                          "url": "https://app.hubspot.com/contacts/62515/record/0-2/512"
                        }
                        """));

        call("hubspot:objects/companies?operation=update", earlier);

        assertThatRequest(server.onlyRequest())
                .is("PATCH", "/crm/v3/objects/companies/512")
                .hasNoQuery()
                .hasJson(CHANGES);
    }

    @Test
    void refusesARecordWithoutAnId() {
        assertRefusedBeforeTheCall("hubspot:objects/companies?operation=update", CHANGES, Map.of(), "objectId");
    }

    @Test
    void refusesManyRecordsAndNamesTheBatchOperation() {
        assertRefusedBeforeTheCall(
                "hubspot:objects/companies?operation=update",
                "[{\"id\": \"1\", \"properties\": {\"name\": \"A\"}}, {\"id\": \"2\", \"properties\": {\"name\": \"B\"}}]",
                Map.of(),
                "batchUpdate");
    }
}
