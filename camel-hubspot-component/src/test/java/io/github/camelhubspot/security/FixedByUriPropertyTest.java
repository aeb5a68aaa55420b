// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.OutputShape;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of every operation there is: where URI or component fix operation, types and account, no header and no body chooses
 * another, and each id arrives as it was given. Each message has hostile texts wherever it can have a text.
 */
class FixedByUriPropertyTest {

    private static final int TRIES = 600;
    private static final int MESSAGES_PER_TRY = 25;
    private static final int HOSTILE_INPUTS = TRIES * MESSAGES_PER_TRY;
    private static final String ACCOUNT = "acme";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an operation may ask HubSpot on its way, of the same types. */
    private static final List<ApiOperation> LOOKUPS = List.of(
            OperationCatalogue.find("objects", "batchGet"),
            OperationCatalogue.find("associations", "batchGet"),
            OperationCatalogue.find("associations", "labels"));

    private static final Set<String> HEADER_NAMES = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent");

    /** Headers that would choose, if they could. */
    private static final Map<String, List<String>> POWER = Map.of(
            HubSpotConstants.OPERATION,
            List.of("archive", "gdprDelete", "batchArchive", "create"),
            HubSpotConstants.OBJECT_TYPE,
            List.of("deals", "companies", "0-3"),
            HubSpotConstants.TO_OBJECT_TYPE,
            List.of("deals", "contacts", "0-3"),
            HubSpotConstants.ACCOUNT,
            List.of("other", "evil", "*"),
            "CamelHubSpotAccessToken",
            List.of("stolen-token"),
            "CamelHubSpotApiVersion",
            List.of("2026-03"),
            "Authorization",
            List.of("Bearer stolen-token"),
            "CamelHttpMethod",
            List.of("DELETE"));

    private static final List<String> DATA = List.of(
            HubSpotConstants.OBJECT_ID,
            HubSpotConstants.TO_OBJECT_ID,
            HubSpotConstants.ID_PROPERTY,
            HubSpotConstants.PROPERTIES,
            HubSpotConstants.AFTER,
            HubSpotConstants.LIMIT,
            HubSpotConstants.ASSOCIATION_TYPE_ID,
            HubSpotConstants.ASSOCIATION_CATEGORY,
            HubSpotConstants.ASSOCIATION_LABEL,
            HubSpotConstants.QUERY);

    private static final List<String> UNRELATED = List.of(
            "Host",
            "Cookie",
            "Content-Length",
            "Content-Type",
            "Content-Encoding",
            "Transfer-Encoding",
            "Expect",
            "Upgrade",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "Proxy-Authorization",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpRawQuery",
            "CamelHttpHost",
            "CamelHttpPort",
            "CamelRestHttpUri",
            "CamelHttpProtocolVersion",
            "CamelCharsetName",
            "CamelHubSpotBaseUrl",
            "CamelHubSpotRejectedUri");

    private static final AtomicInteger INPUTS = new AtomicInteger();
    private static final AtomicInteger SENT = new AtomicInteger();
    private static final Set<String> OPERATIONS_SENT = new HashSet<>();
    private static final Set<String> ACCOUNTS = ConcurrentHashMap.newKeySet();

    private static Wired wired;
    private static WireServer elsewhere;

    @BeforeContainer
    static void start() {
        elsewhere = new WireServer();
        wired = new Wired(configuration -> configuration.setTokenProvider(account -> {
            ACCOUNTS.add(String.valueOf(account));
            return HubSpotToken.of(Wired.TOKEN);
        }));
        wired.context.getPropertiesComponent().addInitialProperty("secret", "leaked");
        wired.server.answers(WireServer.json("{\"id\":\"1\",\"results\":[],\"total\":0,\"properties\":{}}"));
    }

    @AfterContainer
    static void stop() throws Exception {
        wired.close();
        elsewhere.close();
        assertThat(INPUTS.get()).isGreaterThanOrEqualTo(HOSTILE_INPUTS);
        // Else it would say little that nothing else arrives.
        assertThat(SENT.get()).isGreaterThan(HOSTILE_INPUTS / 3);
        assertThat(OPERATIONS_SENT).hasSize((int) OperationCatalogue.rows().count());
        assertThat(ACCOUNTS).containsExactly(ACCOUNT);
    }

    @Provide
    Arbitrary<ApiOperation> operations() {
        return Arbitraries.of(OperationCatalogue.rows().toList());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return HostileTexts.any(elsewhere.authority()).list().ofSize(100);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void isReachedAndNothingElse(
            @ForAll("operations") ApiOperation operation,
            @ForAll("texts") List<String> texts,
            @ForAll boolean dated,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Message> messages = Stream.generate(() -> message(operation, texts, random))
                .limit(MESSAGES_PER_TRY)
                .toList();
        wired.server.forget();

        List<CompletableFuture<Exchange>> sent = messages.stream()
                .map(message -> wired.template.asyncSend(uri(operation, dated), exchange -> {
                    exchange.getMessage().setBody(message.body());
                    exchange.getMessage().setHeaders(message.headers());
                }))
                .toList();

        for (CompletableFuture<Exchange> one : sent) {
            Exception exception = one.join().getException();
            // The last one where the message's charset is none.
            assertThat(exception == null
                            || exception instanceof IllegalArgumentException
                            || exception instanceof HubSpotException
                            || exception instanceof TypeConversionException)
                    .as("%s", exception)
                    .isTrue();
        }
        List<WireRequest> requests = wired.server.requests();
        ApiVersion version = ApiVersion.of(dated ? "2026-09" : "v3");
        for (WireRequest request : requests) {
            assertHeaders(request);
            assertTarget(request, operation, version, Set.copyOf(texts));
        }
        assertThat(elsewhere.connections()).isZero();
        INPUTS.addAndGet(messages.size());
        SENT.addAndGet(requests.size());
        if (!requests.isEmpty()) {
            OPERATIONS_SENT.add(operation.label());
        }
    }

    private static Message message(ApiOperation operation, List<String> texts, Random random) {
        return new Message(
                operation,
                Stream.generate(() -> texts.get(random.nextInt(texts.size())))
                        .limit(12)
                        .toList(),
                random);
    }

    private static String uri(ApiOperation operation, boolean dated) {
        return "hubspot:" + operation.resource() + "/contacts?operation=" + operation.name() + "&account=" + ACCOUNT
                + (operation.uses(OptionNames.TO_OBJECT_TYPE) ? "&toObjectType=companies" : "")
                + (operation.gives(OutputShape.PAGES) ? "&pagination=page" : "")
                + (dated ? "&apiVersion=2026-09" : "");
    }

    private static void assertHeaders(WireRequest request) {
        assertThat(request.requestLine()).matches("[A-Z]+ /[!-~]* HTTP/1\\.1");
        Map<String, List<String>> headers = request.headers();
        assertThat(HEADER_NAMES)
                .containsAll(headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(request.headerLines()).hasSameSizeAs(headers.keySet());
        assertThat(headers.get("Authorization")).containsExactly("Bearer " + Wired.TOKEN);
        assertThat(headers.get("Host")).containsExactly(wired.server.authority());
    }

    private static void assertTarget(
            WireRequest request, ApiOperation operation, ApiVersion version, Set<String> given) {
        List<ApiOperation> allowed = new ArrayList<>(List.of(operation));
        allowed.addAll(LOOKUPS);
        ApiOperation reached = allowed.stream()
                .filter(candidate -> reaches(request, candidate, version))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation.label() + " reached " + request));
        assertQuery(request, reached, given);
        if (request.body().length > 0) {
            assertThat(json(request).isContainerNode()).isTrue();
        }
        if (reached == operation) {
            assertIds(request, operation.path(version).toString(), given);
        }
    }

    private static boolean reaches(WireRequest request, ApiOperation operation, ApiVersion version) {
        String pattern = operation
                .path(version)
                .toString()
                .replace("{version}", version.text())
                .replace("{objectType}", "contacts")
                .replace("{toObjectType}", "companies");
        String[] expected = pattern.split("/", -1);
        String[] segments = request.path().split("/", -1);
        boolean same = request.method().equals(operation.method().name()) && segments.length == expected.length;
        for (int i = 0; same && i < expected.length; i++) {
            same = expected[i].startsWith("{") || expected[i].equals(segments[i]);
        }
        return same;
    }

    private static void assertQuery(WireRequest request, ApiOperation operation, Set<String> given) {
        Map<String, String> parameters = new HashMap<>();
        if (request.query() != null) {
            for (String parameter : request.query().split("&", -1)) {
                String name = parameter.substring(0, parameter.indexOf('='));
                String value = PathPropertyTest.decoded(parameter.substring(name.length() + 1));
                assertThat(parameters.put(name, value)).as("second %s", name).isNull();
            }
        }
        assertThat(operation.query()).containsAll(parameters.keySet());
        if (parameters.containsKey("after")) {
            assertThat(given(parameters.get("after"), given)).isTrue();
        }
    }

    /** An id is the whole of its segment as it was given, and none that a server would resolve. */
    private static void assertIds(WireRequest request, String template, Set<String> given) {
        String[] expected = template.split("/", -1);
        String[] segments = request.path().split("/", -1);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].equals("{objectId}") || expected[i].equals("{toObjectId}")) {
                String id = PathPropertyTest.decoded(segments[i]);
                assertThat(id).isNotBlank().isNotIn(".", "..");
                assertThat(given(id, given)).as("id of %s", request).isTrue();
            }
        }
    }

    /** Whether a text is one that a message gave: as it was, with blanks around it, as a list, quoted, or as bytes. */
    private static boolean given(String text, Set<String> given) {
        String half = text.substring(0, text.length() / 2);
        return given.contains(text)
                || text.equals(half + ',' + half)
                || given.stream()
                        .anyMatch(one -> one.strip().equals(text)
                                || one.equals('"' + text + '"')
                                || text.equals(
                                        new String(one.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }

    private static JsonNode json(WireRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (java.io.IOException e) {
            throw new AssertionError("No JSON: " + request, e);
        }
    }

    /** A message with hostile texts in headers and body. */
    private record Message(Map<String, Object> headers, Object body) {

        Message(ApiOperation operation, List<String> texts, Random random) {
            this(headers(texts, random), body(operation, texts, random));
        }

        private static Map<String, Object> headers(List<String> texts, Random random) {
            Map<String, Object> headers = new HashMap<>();
            POWER.forEach((name, values) -> {
                if (random.nextInt(3) > 0) {
                    Object value = random.nextBoolean() ? values.get(random.nextInt(values.size())) : texts.get(0);
                    headers.put(anyCase(name, random), value);
                }
            });
            for (String name : DATA) {
                if (random.nextInt(4) == 0) {
                    headers.put(name, data(name, texts.get(1 + random.nextInt(3)), random));
                }
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                headers.put(anyCase(UNRELATED.get(random.nextInt(UNRELATED.size())), random), texts.get(3 + i));
            }
            if (random.nextInt(8) == 0) {
                headers.put(texts.get(7), texts.get(0));
            }
            return headers;
        }

        /** Where only some values are let through, one of these at times. */
        private static Object data(String name, String text, Random random) {
            return switch (name) {
                case HubSpotConstants.LIMIT -> random.nextInt(4) > 0 ? Integer.valueOf(5) : text;
                case HubSpotConstants.ASSOCIATION_TYPE_ID -> random.nextInt(4) > 0 ? "279" : text;
                case HubSpotConstants.ASSOCIATION_CATEGORY -> random.nextInt(4) > 0 ? "HUBSPOT_DEFINED" : text;
                default ->
                    switch (random.nextInt(12)) {
                        case 0 -> List.of(text, text);
                        case 1 -> text.getBytes(StandardCharsets.UTF_8);
                        case 2 -> new StringBuilder(text);
                        default -> text;
                    };
            };
        }

        private static String anyCase(String name, Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> name.toLowerCase(Locale.ROOT);
                case 1 -> name.toUpperCase(Locale.ROOT);
                default -> name;
            };
        }

        private static Object body(ApiOperation operation, List<String> texts, Random random) {
            Object one =
                    switch (operation.input()) {
                        case RECORD, RECORDS -> record(texts, random);
                        case RECORD_ID, RECORD_IDS -> random.nextBoolean() ? texts.get(8) : record(texts, random);
                        case LINK, TYPED_LINK, LINKS, TYPED_LINKS -> link(texts, random);
                        case SEARCH_REQUEST ->
                            map("query", texts.get(8), "after", texts.get(9), texts.get(10), texts.get(11));
                        case DEFINITION ->
                            map("name", texts.get(8), "label", texts.get(9), texts.get(10), texts.get(11));
                        default -> texts.get(8);
                    };
            Object body = operation.input().many() ? Arrays.asList(one, record(texts, random)) : one;
            // As JSON at times; half of a surrogate pair has no such form.
            boolean json = random.nextInt(3) == 0 && operation.input() != InputShape.NOTHING;
            return json && !(body instanceof String) ? JSON.valueToTree(body).toString() : body;
        }

        private static Map<String, Object> record(List<String> texts, Random random) {
            Map<String, Object> properties = map(texts.get(8), texts.get(9), "email", texts.get(10));
            return random.nextBoolean()
                    ? properties
                    : map(
                            "id",
                            texts.get(11),
                            "properties",
                            properties,
                            random.nextBoolean() ? "idProperty" : "x",
                            "email");
        }

        private static Map<String, Object> link(List<String> texts, Random random) {
            Map<String, Object> link = map("objectId", texts.get(8), "toObjectId", texts.get(9));
            if (random.nextInt(3) == 0) {
                link.put("objectType", texts.get(10));
            }
            if (random.nextInt(3) == 0) {
                link.put("toObjectType", random.nextBoolean() ? "deals" : texts.get(11));
            }
            if (random.nextBoolean()) {
                link.put("types", List.of(map("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 279)));
            }
            return link;
        }

        private static Map<String, Object> map(Object... entries) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < entries.length; i += 2) {
                map.put(String.valueOf(entries[i]), entries[i + 1]);
            }
            return map;
        }
    }
}
