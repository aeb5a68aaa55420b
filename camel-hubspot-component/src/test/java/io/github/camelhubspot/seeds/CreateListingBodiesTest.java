// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Seed page 000: every form that the body of a create may have. */
class CreateListingBodiesTest extends SeedTestSupport {

    private static final String CREATE = "hubspot:objects/0-420?operation=create";

    /** In the page's words: `properties`, and the optional `associations` absent. */
    private static final String LISTING = """
            {"properties": {"hs_name": "Rue de l’Été", "property_number": "17", "property_checkbox": "false"}}
            """;

    /** A record class, as routes have them. */
    public record ListingRecord(String hs_name, int property_number, boolean property_checkbox) {}

    /** A bean, as routes have them. */
    public static final class ListingBean {

        public String getHs_name() {
            return "Rue de l’Été";
        }

        public int getProperty_number() {
            return 17;
        }

        public boolean isProperty_checkbox() {
            return false;
        }
    }

    /** A bean in the page's form. */
    public record Envelope(Map<String, Object> properties) {}

    @BeforeEach
    void answer() {
        server.answers(CannedAnswer.json(201, """
                        {
                          "archived": false,
                          "createdAt": "2019-10-30T03:30:17.883Z",
                          "id": "512",
                          "properties": {},
                          "updatedAt": "2019-12-07T16:50:06.678Z"
                        }
                        """));
    }

    static Stream<Named<Object>> bodies() {
        Map<String, Object> plain =
                Map.of("hs_name", "Rue de l’Été", "property_number", 17, "property_checkbox", false);
        String plainJson = "{\"hs_name\": \"Rue de l’Été\", \"property_number\": 17, \"property_checkbox\": false}";
        byte[] utf8 = LISTING.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Named.of("JSON text", LISTING),
                Named.of("byte[]", utf8),
                Named.of("InputStream", new ByteArrayInputStream(utf8)),
                Named.of("JsonNode", Json.tree(LISTING)),
                Named.of("Map", Json.map(LISTING)),
                Named.of("Map with values that are no texts", Map.of("properties", plain)),
                Named.of("record class in the page's form", new Envelope(plain)),
                Named.of("JSON text of a plain record", plainJson),
                Named.of("byte[] of a plain record", plainJson.getBytes(StandardCharsets.UTF_8)),
                Named.of(
                        "InputStream of a plain record",
                        new ByteArrayInputStream(plainJson.getBytes(StandardCharsets.UTF_8))),
                Named.of("JsonNode of a plain record", Json.tree(plainJson)),
                Named.of("Map of a plain record", plain),
                Named.of("POJO", new ListingBean()),
                Named.of("record class", new ListingRecord("Rue de l’Été", 17, false)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void sendsEachFormOfTheBodyAsThePageHasIt(Object body) {
        call(CREATE, body);

        assertThatRequest(server.onlyRequest())
                .is("POST", "/crm/v3/objects/0-420")
                .hasNoQuery()
                .hasTheHeadersOfThePage(TOKEN)
                .hasJson(LISTING);
    }

    @Test
    void sendsEveryKindOfValueAsText() {
        Map<String, Object> listing = new LinkedHashMap<>();
        listing.put("property_checkbox", true);
        listing.put("property_date", LocalDate.of(2019, 10, 31));
        listing.put("property_moment", Instant.parse("2019-10-31T23:59:59.120Z"));
        listing.put("property_multiple_checkboxes", new LinkedHashSet<>(Arrays.asList("chocolate", "strawberry")));
        listing.put("property_number", new BigDecimal("1.70E+3"));
        listing.put("property_radio", Choice.OPTION_1);

        call(CREATE, listing);

        assertThatRequest(server.onlyRequest()).hasJson("""
                        {
                          "properties": {
                            "property_checkbox": "true",
                            "property_date": "2019-10-31",
                            "property_moment": "2019-10-31T23:59:59.120Z",
                            "property_multiple_checkboxes": "chocolate;strawberry",
                            "property_number": "1700",
                            "property_radio": "OPTION_1"
                          }
                        }
                        """);
    }

    /** An enum that prints otherwise than it is called. */
    enum Choice {
        OPTION_1;

        @Override
        public String toString() {
            return "the first option";
        }
    }

    @Test
    void sendsTheEnvelopesAssociationsAndTraceId() {
        call(
                CREATE,
                Map.of(
                        "objectWriteTraceId",
                        "row-17",
                        "associations",
                        List.of(
                                Map.of("to", Map.of("id", 9001), "types", types("1234567")),
                                Map.of("to", Map.of("id", "9002"), "types", types(5))),
                        "properties",
                        Map.of("hs_name", "A")));

        assertThatRequest(server.onlyRequest()).hasJson("""
                        {
                          "associations": [
                            {
                              "to": {"id": "9001"},
                              "types": [{"associationCategory": "USER_DEFINED", "associationTypeId": 1234567}]
                            },
                            {
                              "to": {"id": "9002"},
                              "types": [{"associationCategory": "USER_DEFINED", "associationTypeId": 5}]
                            }
                          ],
                          "objectWriteTraceId": "row-17",
                          "properties": {"hs_name": "A"}
                        }
                        """);
    }

    private static List<Map<String, Object>> types(Object typeId) {
        return List.of(Map.of("associationCategory", "USER_DEFINED", "associationTypeId", typeId));
    }

    @Test
    void omitsTheAssociationsOfAnEarlierAnswer() {
        call(CREATE, """
                {
                  "associations": {"contacts": {"results": [{"id": "7", "type": "listing_to_contact"}]}},
                  "properties": {"hs_name": "A", "hs_object_id": "511"}
                }
                """);

        assertThatRequest(server.onlyRequest()).hasJson("{\"properties\": {\"hs_name\": \"A\"}}");
    }

    @Test
    void sendsNoBlanksOfAPlainRecordButThoseOfAnEnvelope() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("hs_name", "A");
        plain.put("blank", " ");
        plain.put("empty", "");
        plain.put("none", null);
        server.answers(CannedAnswer.json(201, "{\"id\": \"513\", \"properties\": {}}"));

        call(CREATE, plain);
        call(CREATE, "{\"properties\": {\"hs_name\": \"A\", \"blank\": \" \", \"empty\": \"\"}}");

        assertThatRequest(server.requests().get(0)).hasJson("{\"properties\": {\"hs_name\": \"A\"}}");
        assertThatRequest(server.requests().get(1))
                .hasJson("{\"properties\": {\"hs_name\": \"A\", \"blank\": \" \", \"empty\": \"\"}}");
    }

    @Test
    void takesTextsThatLookLikePlaceholdersAndExpressionsAsTheyAre() {
        call(CREATE, Map.of("hs_name", "{{hubspot.secret}} ${body} RAW(x) #bean:y \u0000\r\n\"\\"));

        assertThatRequest(server.onlyRequest()).hasJson("""
                        {"properties": {"hs_name": "{{hubspot.secret}} ${body} RAW(x) #bean:y \\u0000\\r\\n\\"\\\\"}}
                        """);
    }

    /** Half a character is none; UTF-8 has no bytes for it, but JSON can write it. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uDE00\uD83D"})
    void doesNotChangeATextThatIsNoUnicode(String text) {
        Exchange exchange = send(CREATE, Map.of("hs_name", text), Map.of());

        if (server.requests().isEmpty()) {
            assertThat(exchange.getException()).isNotNull();
        } else {
            assertThat(Json.tree(server.onlyRequest().text())
                            .at("/properties/hs_name")
                            .asText())
                    .isEqualTo(text);
        }
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertRefusedBeforeTheCall(CREATE, "{\"properties\": {\"hs_name\": \"A\"", Map.of(), "body");
        assertRefusedBeforeTheCall(CREATE, "", Map.of(), "body");
        assertRefusedBeforeTheCall(CREATE, null, Map.of(), "body");
        assertRefusedBeforeTheCall(CREATE, "{\"hs_name\": {\"first\": \"A\"}}", Map.of(), "hs_name");
        assertRefusedBeforeTheCall(CREATE, List.of(Map.of("hs_name", "A")), Map.of(), "batchCreate");
    }
}
