// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final String RAW_PATH = "/crm/v3/objects/contacts";
    private static final int HOSTILE_INPUTS = 100_000;
    private static final int MESSAGES_PER_TRY = 25;
    private static final int TRIES = HOSTILE_INPUTS / MESSAGES_PER_TRY;
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
        List<HostileMessage> messages = Stream.generate(() -> message(operation, texts, random))
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

    private static HostileMessage message(ApiOperation operation, List<String> texts, Random random) {
        return new HostileMessage(
                operation,
                Stream.generate(() -> texts.get(random.nextInt(texts.size())))
                        .limit(12)
                        .toList(),
                random);
    }

    private static String uri(ApiOperation operation, boolean dated) {
        return "hubspot:" + operation.resource() + (operation.uses(OptionNames.OBJECT_TYPE) ? "/contacts" : "")
                + "?account=" + ACCOUNT
                + (operation.uses(OptionNames.METHOD)
                        ? "&method=" + operation.method() + "&path=" + RAW_PATH
                        : "&operation=" + operation.name())
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
        if (request.body().length > 0 && operation.input() != InputShape.FORM) {
            assertThat(json(request).isContainerNode() || operation.input() == InputShape.ANYTHING)
                    .isTrue();
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
                .replace("{objectTypeId}", "0-1")
                .replace("{=path}", RAW_PATH)
                .replace("{toObjectType}", "companies");
        String[] expected = pattern.split("/", -1);
        String[] segments = request.path().split("/", -1);
        boolean open = expected[expected.length - 1].startsWith("{+");
        boolean same = request.method().equals(operation.method().name())
                && (segments.length == expected.length || (open && segments.length > expected.length));
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
        Set<String> known = new HashSet<>(operation.query());
        if (operation.nameParameter() != null) {
            known.add(operation.nameParameter());
        }
        assertThat(known).containsAll(parameters.keySet());
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
                                || one.strip().equals('"' + text + '"')
                                || text.equals(
                                        new String(one.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }

    private static JsonNode json(WireRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + request, e);
        }
    }
}
