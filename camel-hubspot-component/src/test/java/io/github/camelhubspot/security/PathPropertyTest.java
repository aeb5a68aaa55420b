// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.HubSpotClient;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Of every operation, what a message says stays in the one segment of the path, or parameter of the query, that is its own. */
class PathPropertyTest {

    private static final int TRIES = 100_000;
    private static final String BASE = "https://api.hubapi.com";
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,";
    private static final String ELSEWHERE = "127.0.0.1:9";
    private static final List<ApiVersion> VERSIONS = List.of(ApiVersion.of("v3"), ApiVersion.of("2026-09"));
    private static final List<HubSpotClient> CLIENTS =
            VERSIONS.stream().map(PathPropertyTest::client).toList();
    private static final AtomicLong INPUTS = new AtomicLong();
    private static final AtomicLong BUILT = new AtomicLong();

    private static HubSpotClient client(ApiVersion version) {
        // Calls are built and not sent.
        return new HubSpotClient(
                version, null, 1, Duration.ZERO, null, null, new ClientResources(null, null, null, null));
    }

    @AfterContainer
    static void enoughWasTried() {
        assertThat(INPUTS.get()).isGreaterThanOrEqualTo(TRIES);
        assertThat(BUILT.get()).isGreaterThan(INPUTS.get() / 2);
    }

    @Provide
    Arbitrary<ApiOperation> operations() {
        return Arbitraries.of(OperationCatalogue.rows().toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileTexts.any(ELSEWHERE);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aValueStaysInItsPlace(
            @ForAll("operations") ApiOperation operation,
            @ForAll boolean dated,
            @ForAll("texts") String objectType,
            @ForAll("texts") String objectId,
            @ForAll("texts") String toObjectType,
            @ForAll("texts") String toObjectId) {
        UnaryOperator<String> values = name -> switch (name) {
            case OptionNames.OBJECT_TYPE -> objectType;
            case OptionNames.OBJECT_ID -> objectId;
            case OptionNames.TO_OBJECT_TYPE -> toObjectType;
            case OptionNames.TO_OBJECT_ID -> toObjectId;
            // What else a path may have: a stage, a group, a type of association, and the path of a raw call.
            default -> toObjectId;
        };
        INPUTS.incrementAndGet();
        ApiVersion version = VERSIONS.get(dated ? 1 : 0);
        ApiCall call;
        try {
            call = CLIENTS.get(dated ? 1 : 0)
                    .newCall(operation, values, "limit=1", null)
                    .withQueryParameter("after", toObjectId);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        BUILT.incrementAndGet();
        String template = operation.path(version).toString();
        boolean asItIs = template.startsWith("{=");
        if (asItIs) {
            assertThat(call.path()).isEqualTo(toObjectId).startsWith("/").doesNotStartWith("//");
        } else {
            assertPath(call.path(), template, version, values);
        }
        assertThat(call.query()).startsWith("limit=1&after=");
        assertThat(decoded(call.query().substring("limit=1&after=".length()))).isEqualTo(toObjectId);
        URI uri = URI.create(BASE + call.path() + (call.path().indexOf('?') < 0 ? '?' : '&') + call.query());
        assertThat(uri.getAuthority()).isEqualTo("api.hubapi.com");
        if (asItIs) {
            assertThat(uri.getRawPath().split("/")).doesNotContain(".", "..");
        } else {
            assertThat(uri.normalize()).isEqualTo(uri);
        }
        assertThat(uri.getRawFragment()).isNull();
    }

    private static void assertPath(String path, String template, ApiVersion version, UnaryOperator<String> values) {
        String[] segments = path.split("/", -1);
        String[] expected = template.split("/", -1);
        boolean open = expected[expected.length - 1].startsWith("{+");
        if (open) {
            assertThat(segments).hasSizeGreaterThanOrEqualTo(expected.length);
        } else {
            assertThat(segments).hasSameSizeAs(expected);
        }
        for (int i = 0; i < expected.length; i++) {
            String name = expected[i].replaceAll("[{}+]", "");
            if (open && i == expected.length - 1) {
                List<String> rest = Arrays.stream(segments, i, segments.length)
                        .map(PathPropertyTest::decoded)
                        .toList();
                assertThat(String.join("/", rest)).isEqualTo(values.apply(name));
                assertThat(rest).doesNotContain(".", "..");
            } else if (name.equals(expected[i])) {
                assertThat(segments[i]).isEqualTo(name);
            } else if (name.equals("version")) {
                assertThat(segments[i]).isEqualTo(version.text());
            } else {
                boolean id = name.equals(OptionNames.OBJECT_TYPE_ID);
                String value = values.apply(id ? OptionNames.OBJECT_TYPE : name);
                String sent = id ? ObjectTypes.id(value) : name.endsWith("Type") ? ObjectTypes.plural(value) : value;
                assertThat(decoded(segments[i])).isEqualTo(sent).isNotBlank().isNotIn(".", "..");
            }
        }
    }

    /** Strictly: what is not percent-encoded must need no encoding. */
    static String decoded(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) Integer.parseInt(encoded, i + 1, i + 3, 16);
                i += 2;
            } else {
                if (PLAIN.indexOf(c) < 0) {
                    throw new AssertionError("Not encoded: " + encoded);
                }
                bytes[length++] = (byte) c;
            }
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    }
}
