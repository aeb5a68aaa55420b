// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.HubSpotToken;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever ids and headers a message carries, its call reaches the one host and path that the URI fixes, once, with the
 * headers that the component sets and no others.
 */
class HostileMessagePropertyTest {

    private static final int TRIES = 1000;
    private static final int MESSAGES_PER_TRY = 100;
    private static final int HOSTILE_INPUTS = 100_000;

    private static final List<String> NASTY = List.of(
            "..",
            ".",
            "../..",
            "%2e%2e",
            "%2E%2E%2F",
            "/",
            "//",
            "\\",
            "..\\..",
            "?",
            "#",
            "&",
            "=",
            ";",
            "%",
            "%00",
            "\0",
            "\r\n",
            "\n",
            "\r",
            "%0d%0a",
            "\r\nX-Injected: 1",
            "\r\n\r\nGET /stolen HTTP/1.1\r\nHost: elsewhere\r\n\r\n",
            "@elsewhere",
            "http://127.0.0.1:1/",
            "//127.0.0.1:1",
            "https://elsewhere/",
            "user:pw@elsewhere",
            "?idProperty=email",
            "&archived=true",
            "+",
            " ",
            "\t",
            "{objectId}",
            "${sys.user.home}",
            "{{env:HOME}}",
            "RAW(x)",
            "\u2028",
            "\u0130i",
            "ÿ",
            "\uD83D\uDE00",
            "\uD800",
            "a,b",
            "a;b",
            "'",
            "\"",
            "<",
            ">",
            "batch/read",
            "search",
            "null",
            "0",
            "-1",
            "x".repeat(3000));

    /** Headers of ours, of Camel's and of HTTP's, of which only some may have any effect. */
    private static final List<String> HEADERS = List.of(
            HubSpotConstants.OPERATION,
            HubSpotConstants.OBJECT_TYPE,
            HubSpotConstants.TO_OBJECT_TYPE,
            HubSpotConstants.ACCOUNT,
            HubSpotConstants.OBJECT_ID,
            HubSpotConstants.TO_OBJECT_ID,
            HubSpotConstants.ID_PROPERTY,
            HubSpotConstants.PROPERTIES,
            HubSpotConstants.AFTER,
            HubSpotConstants.LIMIT,
            HubSpotConstants.ASSOCIATION_TYPE_ID,
            HubSpotConstants.ASSOCIATION_LABEL,
            HubSpotConstants.QUERY,
            "camelhubspotoperation",
            "CAMELHUBSPOTOBJECTTYPE",
            "CamelHubSpotBaseUrl",
            "CamelHubSpotAccessToken",
            "CamelHubSpotApiVersion",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpMethod",
            "CamelHttpHost",
            "CamelHttpRawQuery",
            "CamelRestHttpUri",
            "CamelDestinationOverrideUrl",
            "Host",
            "Authorization",
            "Cookie",
            "Content-Length",
            "Transfer-Encoding",
            "Content-Type",
            "X-Forwarded-Host",
            "Connection",
            "Upgrade");

    private static final List<Fixed> CALLS = List.of(
            new Fixed("hubspot:objects/contacts?operation=get", "GET", "/crm/v3/objects/contacts/{}"),
            new Fixed("hubspot:objects/contacts?operation=archive", "DELETE", "/crm/v3/objects/contacts/{}"),
            new Fixed("hubspot:objects/contacts?operation=update", "PATCH", "/crm/v3/objects/contacts/{}"),
            new Fixed("hubspot:objects/0-420?operation=list&pagination=page", "GET", "/crm/v3/objects/0-420"),
            new Fixed("hubspot:objects/deals?operation=search&pagination=page", "POST", "/crm/v3/objects/deals/search"),
            new Fixed("hubspot:properties/contacts?operation=get", "GET", "/crm/v3/properties/contacts/{}"),
            new Fixed(
                    "hubspot:associations/tickets?toObjectType=companies&operation=putDefault",
                    "PUT",
                    "/crm/v4/objects/tickets/{}/associations/default/companies/{}"),
            new Fixed("hubspot:objects/tickets?operation=merge", "POST", "/crm/v3/objects/tickets/merge"));

    private static final AtomicInteger INPUTS = new AtomicInteger();
    private static final AtomicInteger SENT = new AtomicInteger();

    private static Wired wired;
    private static WireServer elsewhere;

    /** What a URI fixes; a pair of braces stands for one segment of the path. */
    private record Fixed(String uri, String method, String path) {}

    @BeforeContainer
    static void start() {
        elsewhere = new WireServer();
        wired = new Wired(configuration -> configuration.setTokenProvider(account -> HubSpotToken.of(Wired.TOKEN)));
    }

    @AfterContainer
    static void stop() throws Exception {
        wired.close();
        elsewhere.close();
        assertThat(INPUTS.get()).isGreaterThanOrEqualTo(HOSTILE_INPUTS);
        // Most must have got as far as HubSpot, else this says little.
        assertThat(SENT.get()).isGreaterThan(HOSTILE_INPUTS / 10);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aMessageReachesNothingButWhatTheUriFixes(@ForAll long seed) {
        Random random = new Random(seed);
        Fixed call = CALLS.get(random.nextInt(CALLS.size()));
        wired.server.forget();

        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        for (int i = 0; i < MESSAGES_PER_TRY; i++) {
            Map<String, Object> headers = headers(random);
            Object body = body(random);
            sent.add(wired.template.asyncSend(call.uri(), exchange -> {
                exchange.getMessage().setHeaders(headers);
                exchange.getMessage().setBody(body);
            }));
        }
        INPUTS.addAndGet(MESSAGES_PER_TRY);

        long succeeded = sent.stream()
                .map(CompletableFuture::join)
                .filter(exchange -> exchange.getException() == null)
                .count();
        List<WireRequest> requests = wired.server.requests();
        assertThat(requests).hasSize((int) succeeded).allSatisfy(request -> assertFixed(request, call));
        assertThat(elsewhere.connections()).isZero();
        SENT.addAndGet(requests.size());
    }

    private static void assertFixed(WireRequest request, Fixed call) {
        assertThat(request.method()).isEqualTo(call.method());
        assertThat(request.requestLine()).endsWith(" HTTP/1.1").matches("[!-~ ]+");
        String[] expected = call.path().split("/", -1);
        String[] segments = request.path().split("/", -1);
        assertThat(segments).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].equals("{}")) {
                assertThat(segments[i])
                        .matches("(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+")
                        .isNotIn(".", "..");
                assertThat(URLDecoder.decode(segments[i], StandardCharsets.UTF_8))
                        .isNotBlank();
            } else {
                assertThat(segments[i]).isEqualTo(expected[i]);
            }
        }
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(request.headers().keySet());
        names.removeAll(List.of("Content-Length", "Content-Type"));
        assertThat(names).isSubsetOf("Accept", "Accept-Encoding", "Authorization", "Connection", "Host", "User-Agent");
        assertThat(request.headerLines()).hasSameSizeAs(request.headers().keySet());
        assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + Wired.TOKEN);
        assertThat(request.headers().get("Host")).containsExactly(wired.server.authority());
    }

    private static Map<String, Object> headers(Random random) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(HubSpotConstants.OBJECT_ID, nasty(random));
        headers.put(HubSpotConstants.TO_OBJECT_ID, nasty(random));
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = HEADERS.get(random.nextInt(HEADERS.size()));
            headers.put(random.nextInt(20) == 0 ? name + nasty(random) : name, value(random));
        }
        headers.computeIfPresent(HubSpotConstants.LIMIT, (name, value) -> 10);
        return headers;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> List.of(nasty(random), nasty(random));
            case 1 -> nasty(random).getBytes(StandardCharsets.UTF_8);
            case 2 -> random.nextLong();
            case 3 -> "http://" + elsewhere.authority() + "/" + nasty(random);
            default -> nasty(random);
        };
    }

    private static Object body(Random random) {
        return random.nextInt(3) == 0
                ? Map.of("name", nasty(random))
                : Map.of("properties", Map.of(nasty(random), nasty(random)), "id", nasty(random));
    }

    /** Pieces that mean something to some parser, between characters of all kinds. */
    private static String nasty(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(random.nextInt(1_000_000));
                case 1 -> text.appendCodePoint(random.nextInt(0x10000));
                default -> text.append(NASTY.get(random.nextInt(NASTY.size())));
            }
        }
        return text.toString();
    }
}
