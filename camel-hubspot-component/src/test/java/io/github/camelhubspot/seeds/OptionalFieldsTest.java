// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Seed pages 000 to 002: the fields of an answer that need not be there, and one that no page knows. */
class OptionalFieldsTest extends SeedTestSupport {

    private static final String CREATE_LISTING = "hubspot:objects/0-420?operation=create";
    private static final String CREATE_TICKET = "hubspot:objects/tickets?operation=create";
    private static final String UPDATE = "hubspot:objects/companies?operation=update";

    private static final String RECORD = "{\"id\": \"512\", \"properties\": {\"property_string\": \"value\"}}";

    /** {@code url} stands on the pages 000 and 001 only; on 002 it is one more field that the page does not know. */
    private static final String ANSWER = """
            {
              "archived": true,
              "archivedAt": "2020-01-02T03:04:05.006Z",
              "createdAt": "2019-10-30T03:30:17Z",
              "id": "512",
              "objectWriteTraceId": "row-17",
              "properties": {"property_string": "value", "property_empty": null},
              "propertiesWithHistory": {
                "property_string": [
                  {"value": "value", "timestamp": "2019-12-07T16:50:06.678Z", "sourceType": "API", "updatedByUserId": 9},
                  {"value": "older", "timestamp": "2019-10-30T03:30:17.883Z", "sourceType": "IMPORT"}
                ]
              },
              "updatedAt": "2019-12-07T16:50:06.678Z",
              "url": "https://app.hubspot.com/contacts/62515/record/0-420/512",
              "comingSoon": {"numbers": [1, 2.50, 12345678901234567890], "flag": true}
            }
            """;

    /** What a route may ask for with {@code outputType=class}. */
    public record Answered(
            String id,
            boolean archived,
            String archivedAt,
            String createdAt,
            String updatedAt,
            String objectWriteTraceId,
            String url,
            Map<String, String> properties,
            Map<String, List<Map<String, Object>>> propertiesWithHistory) {}

    @ParameterizedTest
    @ValueSource(strings = {CREATE_LISTING, CREATE_TICKET, UPDATE})
    void areGivenInAMap(String uri) {
        server.answers(CannedAnswer.json(200, ANSWER));

        Map<?, ?> body = (Map<?, ?>) call(uri, RECORD).getMessage().getBody();

        assertThat(body).hasSize(10);
        assertThat(body.get("archived")).isEqualTo(true);
        assertThat(body.get("archivedAt")).isEqualTo("2020-01-02T03:04:05.006Z");
        assertThat(body.get("createdAt")).isEqualTo("2019-10-30T03:30:17Z");
        assertThat(body.get("id")).isEqualTo("512");
        assertThat(body.get("objectWriteTraceId")).isEqualTo("row-17");
        Map<?, ?> properties = (Map<?, ?>) body.get("properties");
        assertThat(properties).hasSize(2);
        assertThat(properties.get("property_string")).isEqualTo("value");
        assertThat(properties.get("property_empty")).isNull();
        assertThat(body.get("propertiesWithHistory"))
                .isEqualTo(Map.of(
                        "property_string",
                        List.of(
                                Map.of(
                                        "value",
                                        "value",
                                        "timestamp",
                                        "2019-12-07T16:50:06.678Z",
                                        "sourceType",
                                        "API",
                                        "updatedByUserId",
                                        9),
                                Map.of(
                                        "value",
                                        "older",
                                        "timestamp",
                                        "2019-10-30T03:30:17.883Z",
                                        "sourceType",
                                        "IMPORT"))));
        assertThat(body.get("updatedAt")).isEqualTo("2019-12-07T16:50:06.678Z");
        assertThat(body.get("url")).isEqualTo("https://app.hubspot.com/contacts/62515/record/0-420/512");
        Map<?, ?> unknown = (Map<?, ?>) body.get("comingSoon");
        assertThat(unknown.get("flag")).isEqualTo(true);
        assertThat(((List<?>) unknown.get("numbers")).stream().map(Object::toString))
                .as("numbers keep their digits")
                .containsExactly("1", "2.50", "12345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_LISTING, CREATE_TICKET, UPDATE})
    void areGivenInATree(String uri) {
        server.answers(CannedAnswer.json(200, ANSWER));

        Exchange exchange = call(uri + "&outputType=json", RECORD);

        assertThat(exchange.getMessage().getBody()).isInstanceOf(JsonNode.class);
        JsonNode body = (JsonNode) exchange.getMessage().getBody();
        assertThat(Json.tree(body.toString())).isEqualTo(Json.tree(ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_LISTING, CREATE_TICKET, UPDATE})
    void areGivenInAText(String uri) {
        server.answers(CannedAnswer.json(200, ANSWER));

        Exchange exchange = call(uri + "&outputType=string", RECORD);

        assertThat(exchange.getMessage().getBody()).isInstanceOf(String.class);
        assertThat(Json.tree((String) exchange.getMessage().getBody())).isEqualTo(Json.tree(ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_LISTING, CREATE_TICKET, UPDATE})
    void areGivenInAClassThatDoesNotKnowThemAll(String uri) {
        server.answers(CannedAnswer.json(200, ANSWER));

        Exchange exchange = call(uri + "&outputType=class&outputClass=" + Answered.class.getName(), RECORD);

        Answered body = (Answered) exchange.getMessage().getBody();
        assertThat(body.id()).isEqualTo("512");
        assertThat(body.archived()).isTrue();
        assertThat(body.archivedAt()).isEqualTo("2020-01-02T03:04:05.006Z");
        assertThat(body.createdAt()).isEqualTo("2019-10-30T03:30:17Z");
        assertThat(body.updatedAt()).isEqualTo("2019-12-07T16:50:06.678Z");
        assertThat(body.objectWriteTraceId()).isEqualTo("row-17");
        assertThat(body.url()).isEqualTo("https://app.hubspot.com/contacts/62515/record/0-420/512");
        assertThat(body.properties()).containsEntry("property_string", "value").containsEntry("property_empty", null);
        assertThat(body.propertiesWithHistory().get("property_string"))
                .extracting(version -> version.get("value"))
                .containsExactly("value", "older");
    }
}
