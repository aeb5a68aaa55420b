// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotComponent;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

/**
 * What a message says stays in its place: it reaches no other host, path, query parameter or header than the page has for
 * it. It arrives there unchanged, or is refused before the call.
 */
class HostileInputTest extends SeedTestSupport {

    private static final String TYPES = "[{\"associationCategory\": \"HUBSPOT_DEFINED\", \"associationTypeId\": 123}]";
    private static final String LINK =
            "{\"objectType\": %s, \"objectId\": %s, \"toObjectType\": %s, \"toObjectId\": %s, \"types\": " + TYPES
                    + "}";
    private static final String PUT = "hubspot:associations/tickets?toObjectType=companies&operation=put";

    /** Where a message can put a text that becomes a part of the request line. */
    enum Place {
        LISTING_TYPE("hubspot:objects?operation=create", "CamelHubSpotObjectType", "crm", "v3", "objects", "*"),
        UPDATED_TYPE("hubspot:objects?operation=update", "CamelHubSpotObjectType", "crm", "v3", "objects", "*", "11"),
        UPDATED_ID(
                "hubspot:objects/companies?operation=update",
                "CamelHubSpotObjectId",
                "crm",
                "v3",
                "objects",
                "companies",
                "*"),
        UPDATED_ID_OF_DATED_VERSION(
                "hubspot:objects/companies?operation=update&apiVersion=2026-09",
                "CamelHubSpotObjectId",
                "crm",
                "objects",
                "2026-09",
                "companies",
                "*"),
        BATCH_TYPE(
                "hubspot:objects?operation=batchCreate",
                "CamelHubSpotObjectType",
                "crm",
                "v3",
                "objects",
                "*",
                "batch",
                "create"),
        LINK_FROM_TYPE(
                "hubspot:associations?toObjectType=companies&operation=put",
                "CamelHubSpotObjectType",
                "crm",
                "v4",
                "objects",
                "*",
                "11",
                "associations",
                "companies",
                "22"),
        LINK_TO_TYPE(
                "hubspot:associations/tickets?operation=put",
                "CamelHubSpotToObjectType",
                "crm",
                "v4",
                "objects",
                "tickets",
                "11",
                "associations",
                "*",
                "22"),
        LINK_FROM_ID(
                PUT, "CamelHubSpotObjectId", "crm", "v4", "objects", "tickets", "*", "associations", "companies", "22"),
        LINK_TO_ID(
                PUT,
                "CamelHubSpotToObjectId",
                "crm",
                "v4",
                "objects",
                "tickets",
                "11",
                "associations",
                "companies",
                "*");

        private final String uri;
        private final String header;
        private final List<String> segments;

        Place(String uri, String header, String... segments) {
            this.uri = uri;
            this.header = header;
            this.segments = List.of(segments);
        }

        Map<String, Object> headers(String value) {
            Map<String, Object> headers = new HashMap<>();
            if (!name().startsWith("LISTING") && !name().startsWith("BATCH")) {
                headers.put("CamelHubSpotObjectId", "11");
            }
            if (name().startsWith("LINK")) {
                headers.put("CamelHubSpotToObjectId", "22");
            }
            headers.put(header, value);
            return headers;
        }

        Object body() {
            return name().startsWith("LINK") ? TYPES : "{\"properties\": {\"name\": \"Acme\"}}";
        }

        String[] segments(String value) {
            return segments.stream()
                    .map(segment -> segment.equals("*") ? value : segment)
                    .toArray(String[]::new);
        }
    }

    @RegisterExtension
    final RecordingServer elsewhere = new RecordingServer();

    @BeforeEach
    void answer() {
        server.alwaysAnswers(SeedCall.ANSWER);
        // The quota is not what is tested here.
        context.getComponent("hubspot", HubSpotComponent.class)
                .getConfiguration()
                .setRequestsPerTenSeconds(100_000);
        context.getPropertiesComponent().addInitialProperty("secret", "leaked");
    }

    private List<String> hostileTexts() {
        return List.of(
                "..",
                ".",
                "...",
                "../",
                "/..",
                "a/../b",
                "../../../crm/v3/objects/contacts/1",
                "..\\..\\x",
                "..;/x",
                "/",
                "//",
                "//" + elsewhere.authority() + "/",
                elsewhere.baseUrl() + "/",
                "@" + elsewhere.authority() + "/",
                ":1@" + elsewhere.authority(),
                "x?y=z",
                "?",
                "x&y=z",
                "x;y=z",
                "x#y",
                "#",
                "%2e%2e",
                "%2E%2e%2F",
                "%252e%252e",
                "%",
                "%zz",
                "%00",
                "\u0000",
                "\t",
                "\n",
                "1\r\nX-Injected: yes",
                "1 HTTP/1.1\r\n\r\nDELETE /crm/v3/objects/contacts/1 HTTP/1.1\r\n\r\n",
                "1\u010D\u010AX-Injected: yes",
                "\u2028\u0085",
                "{{secret}}",
                "{{?secret}}",
                "{objectId}",
                "{toObjectType}",
                "${body}",
                "${sysenv.HOME}",
                "RAW(x)",
                "#bean:x",
                "a,b",
                "a+b c",
                "*",
                "~",
                "e\u0301",
                "\uFF0E\uFF0E",
                "\uFF0F",
                "\uD83D\uDE00",
                "\uD800",
                "\uFEFF1",
                "x".repeat(300));
    }

    static Stream<Place> places() {
        return Stream.of(Place.values());
    }

    @ParameterizedTest
    @MethodSource("places")
    void staysInItsSegmentOfThePath(Place place) {
        assertAll(hostileTexts().stream()
                .map(text -> () -> assertStays(
                        text, place.uri, place.body(), place.headers(text), request -> assertThatRequest(request)
                                .hasPathSegments(place.segments(text))
                                .hasNoQuery())));
    }

    @ParameterizedTest
    @MethodSource("places")
    void isRefusedWhereItWouldLeaveItsSegmentWhenDecoded(Place place) {
        for (String text : List.of("..", ".")) {
            assertRefusedBeforeTheCall(place.uri, place.body(), place.headers(text), optionOf(place));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void isRefusedWhereItIsBlank(Place place) {
        for (String text : List.of("", " ", "\t\r\n")) {
            assertRefusedBeforeTheCall(place.uri, place.body(), place.headers(text), optionOf(place));
        }
    }

    private static String optionOf(Place place) {
        String name = place.header.substring("CamelHubSpot".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "envelope"})
    void staysInItsParameterOfTheQuery(String source) {
        assertAll(hostileTexts().stream().filter(text -> !text.isBlank()).map(text -> () -> {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("properties", Map.of("name", "Acme"));
            record.put("id", "11");
            Map<String, Object> headers = new HashMap<>();
            if (source.equals("header")) {
                headers.put("CamelHubSpotObjectId", "11");
                headers.put("CamelHubSpotIdProperty", text);
            } else {
                record.put("idProperty", text);
            }
            assertStays(
                    text, "hubspot:objects/companies?operation=update", record, headers, request -> assertThatRequest(
                                    request)
                            .is("PATCH", "/crm/v3/objects/companies/11")
                            .hasOnlyParameter("idProperty", text));
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void staysInItsSegmentWhereTheBodySaysIt(int part) {
        assertAll(hostileTexts().stream().map(text -> () -> {
            String[] parts = {"tickets", "11", "companies", "22"};
            parts[part] = text;
            assertStays(
                    text,
                    "hubspot:associations?operation=put",
                    LINK.formatted(
                            Stream.of(parts).map(HostileInputTest::quoted).toArray()),
                    Map.of(),
                    request -> assertThatRequest(request)
                            .hasPathSegments(
                                    "crm", "v4", "objects", parts[0], parts[1], "associations", parts[2], parts[3])
                            .hasNoQuery());
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hubspot:objects/..?operation=create",
                "hubspot:objects/.?operation=create",
                "hubspot:objects/a/../b?operation=create",
                "hubspot:objects/%2e%2e?operation=create",
                "hubspot:objects/../../raw?operation=create",
                "hubspot:objects/RAW(..)?operation=create"
            })
    void staysInItsSegmentWhereTheUriSaysIt(String uri) {
        assertAll(
                () -> {
                    try {
                        send(uri, Map.of("name", "Acme"), Map.of());
                    } catch (RuntimeException expected) {
                        assertThat(expected.getMessage()).isNotBlank();
                    }
                },
                () -> assertThat(server.requests()).allSatisfy(request -> {
                    assertThat(request.rawPath().split("/", -1))
                            .as("segments of %s", request.rawPath())
                            .hasSize(5);
                    assertThat(request.rawPath()).startsWith("/crm/v3/objects/").doesNotMatch(".*/(%2[eE]|\\.)+");
                }));
    }

    private void assertStays(String text, String uri, Object body, Map<String, Object> headers, RequestCheck check) {
        server.forget();
        Exchange exchange = send(uri, body, headers);
        assertThat(elsewhere.requests())
                .as("requests elsewhere with <%s>", text)
                .isEmpty();
        if (server.requests().isEmpty()) {
            assertThat(exchange.getException()).as("refusal of <%s>", text).isNotNull();
            return;
        }
        check.on(server.onlyRequest());
        assertThatRequest(server.onlyRequest()).hasTheHeadersOfThePage(TOKEN);
        assertThat(exchange.getException()).as("exception with <%s>", text).isNull();
    }

    private interface RequestCheck {
        void on(ReceivedRequest request);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return quoted.append('"').toString();
    }
}
