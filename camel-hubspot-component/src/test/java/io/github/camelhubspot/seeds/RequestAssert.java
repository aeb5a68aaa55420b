// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractAssert;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how a request looked on the wire. */
final class RequestAssert extends AbstractAssert<RequestAssert, ReceivedRequest> {

    /** What an HTTP client writes of its own accord, and what the page asks for. */
    private static final Set<String> HEADERS_OF_A_CALL = Set.of(
            "authorization",
            "content-type",
            "content-length",
            "transfer-encoding",
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding");

    private RequestAssert(ReceivedRequest actual) {
        super(actual, RequestAssert.class);
    }

    static RequestAssert assertThatRequest(ReceivedRequest actual) {
        return new RequestAssert(actual);
    }

    RequestAssert is(String method, String rawPath) {
        assertThat(actual.method()).as("method").isEqualTo(method);
        assertThat(actual.rawPath()).as("path").isEqualTo(rawPath);
        return this;
    }

    RequestAssert hasNoQuery() {
        assertThat(actual.rawQuery()).as("query").isNull();
        return this;
    }

    RequestAssert hasQuery(String rawQuery) {
        assertThat(actual.rawQuery()).as("query").isEqualTo(rawQuery);
        return this;
    }

    /** The parts between the slashes, each decoded. A plus must be encoded, since some servers take it for a blank. */
    RequestAssert hasPathSegments(String... decoded) {
        Stream<String> segments = Stream.of(actual.rawPath().substring(1).split("/", -1));
        assertThat(segments.map(RequestAssert::decoded))
                .as("segments of %s", actual.rawPath())
                .containsExactly(decoded);
        return this;
    }

    /** Only this parameter, which decodes to that value. */
    RequestAssert hasOnlyParameter(String name, String decoded) {
        List<String> parts = List.of(actual.rawQuery().split("[=&;]", -1));
        assertThat(parts.stream().map(RequestAssert::decoded))
                .as("query %s", actual.rawQuery())
                .containsExactly(name, decoded);
        return this;
    }

    /** The headers that the page shows, and beside them none but those of HTTP itself. */
    RequestAssert hasTheHeadersOfThePage(String token) {
        assertThat(actual.headers().get("Authorization")).as("Authorization").containsExactly("Bearer " + token);
        assertThat(actual.headers().get("Content-Type")).as("Content-Type").containsExactly("application/json");
        assertThat(actual.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .as("names of the headers")
                .isSubsetOf(HEADERS_OF_A_CALL);
        return this;
    }

    RequestAssert hasJson(String json) {
        assertThat(Json.tree(actual.text())).as("body").isEqualTo(Json.tree(json));
        return this;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
