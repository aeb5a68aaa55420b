// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotBatchException;
import io.github.camelhubspot.batch.BatchResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A body that is deep, huge or no JSON at all is refused with an error that says so, before anything is sent of it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileBodyTest {

    private static final String CREATE = "hubspot:objects/contacts?operation=create";
    private static final String BATCH = "hubspot:objects/contacts?operation=batchCreate";
    private static final List<String> OF_ONE = List.of(
            CREATE,
            "hubspot:objects/contacts?operation=search&pagination=page",
            "hubspot:properties/contacts?operation=create",
            "hubspot:objects/contacts?operation=get",
            "hubspot:associations/contacts?toObjectType=companies&operation=put");

    private final Wired wired = new Wired();

    @AfterEach
    void close() throws Exception {
        wired.close();
    }

    static Stream<Arguments> hostileDocuments() {
        return Stream.of(
                arguments("arrays in arrays", "{\"properties\":{\"a\":" + "[".repeat(100_000)),
                arguments("arrays in arrays that end", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                arguments("objects in objects", "{\"a\":".repeat(100_000)),
                arguments("a number of many digits", "{\"a\":" + "1".repeat(100_000) + "}"),
                arguments("a fraction of many digits", "{\"a\":1." + "1".repeat(100_000) + "}"),
                arguments("a text without an end", "{\"a\":\"" + "x".repeat(10_000_001) + "\"}"),
                arguments("a name without an end", "{\"" + "x".repeat(100_000) + "\":1}"),
                arguments("not a number", "{\"a\":NaN}"),
                arguments("infinity", "{\"a\":-Infinity}"),
                arguments("a hexadecimal number", "{\"a\":0x1F}"),
                arguments("a number that begins with zero", "{\"a\":007}"),
                arguments("a comment", "{\"a\":1/*x*/}"),
                arguments("single quotes", "{'a':1}"),
                arguments("no quotes", "{a:1}"),
                arguments("a comma too many", "{\"a\":1,}"),
                arguments("half an escape", "{\"a\":\"\\u00\"}"),
                arguments("a control character", "{\"a\":\"\u0001\"}"),
                arguments("nothing behind the colon", "{\"a\":"));
    }

    static Stream<Function<String, Object>> forms() {
        return Stream.of(
                text -> text,
                text -> text.getBytes(StandardCharsets.UTF_8),
                text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileDocuments")
    void isRefusedAsOneRecord(String what, String document) {
        forms().forEach(form -> OF_ONE.forEach(uri -> {
            Exchange exchange = wired.send(uri, form.apply(document));

            assertThat(exchange.getException())
                    .as("exception of %s", uri)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("body")
                    .message()
                    .hasSizeLessThan(1000);
        }));
        assertThat(wired.server.requests()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileDocuments")
    void endsABatchAtItsPlace(String what, String document) {
        forms().forEach(form -> {
            Exchange exchange = wired.send(BATCH, form.apply("{\"email\":\"a@b.example\"}\n" + document));

            BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
            assertThat(result.stopped().orElseThrow().index()).isEqualTo(1);
            assertThat(result.stopped().orElseThrow().reason()).hasSizeLessThan(1000);
        });
        assertThat(wired.server.requests())
                .allSatisfy(request -> assertThat(request.text()).contains("a@b.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1e999999999}", "{\"a\":1e-999999999}", "{\"a\":-1E+2147483647}"})
    void aNumberThatIsNoLongerShortWhenItIsWrittenOutIsRefused(String document) {
        assertThat(wired.send(CREATE, document).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("property 'a'");
        assertThat(wired.server.requests()).isEmpty();
    }

    @Test
    void ofTwoFieldsOfOneNameTheLastIsSentAndNoOther() {
        wired.server.answers(WireServer.json("{\"id\":\"1\"}"));

        assertThat(wired.send(CREATE, "{\"a\":\"1\",\"a\":\"2\"}").getException())
                .isNull();

        assertThat(wired.server.requests()).singleElement().satisfies(request -> assertThat(request.text())
                .isEqualTo("{\"properties\":{\"a\":\"2\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"", "{\"a\":1,", "[1,", " ", "{\"a\":[1,"})
    void aRecordWithoutAnEndIsReadUpToAPoint(String beginning) {
        OF_ONE.forEach(
                uri -> assertThat(wired.send(uri, endless(beginning, "1,")).getException())
                        .as("exception of %s", uri)
                        .isInstanceOf(IllegalArgumentException.class)
                        .message()
                        .hasSizeLessThan(1000));
        assertThat(wired.send(BATCH, endless(beginning, "x")).getException()).isInstanceOf(HubSpotBatchException.class);
        assertThat(wired.server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\"x", "[\"x"})
    void aRecordWithoutAnEndEndsItsBatch(String again) {
        Exchange exchange = wired.send(BATCH, endless("{\"email\":\"a@b.example\"}\n{\"b\":\"", again));
        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.stopped().orElseThrow().index()).isEqualTo(1);

        Exchange blanks = wired.send(BATCH, endless("{\"email\":\"a@b.example\"}\n", "\n"));
        result = ((HubSpotBatchException) blanks.getException()).getResult();
        assertThat(result.stopped().orElseThrow().reason()).contains("larger than");
    }

    @Test
    void manyRecordsAreNoLargeOne() {
        wired.server.answers(WireServer.json("{\"id\":\"1\",\"results\":[]}"));
        String record = "{\"text\":\"" + "x".repeat(60_000) + "\"}\n";

        Exchange exchange = wired.send(
                BATCH + "&batchFailure=report",
                new ByteArrayInputStream(record.repeat(400).getBytes(StandardCharsets.UTF_8)));

        assertThat(exchange.getMessage()
                        .getBody(BatchResult.class)
                        .stopped()
                        .map(stop -> stop.reason())
                        .orElse(""))
                .doesNotContain("larger than");
    }

    @Test
    void aMapThatHoldsItselfOrIsDeepIsRefused() {
        Map<String, Object> itself = new HashMap<>();
        itself.put("properties", Map.of("a", "b"));
        itself.put("associations", List.of(itself));
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        for (Object body : List.of(itself, Map.of("properties", Map.of(), "associations", deep), Map.of("a", deep))) {
            for (String uri : OF_ONE) {
                assertThat(wired.send(uri, body).getException())
                        .as("exception of %s", uri)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(wired.server.requests()).isEmpty();
    }

    private static InputStream endless(String beginning, String again) {
        byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
        byte[] then = again.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                int b = position < first.length
                        ? first[(int) position]
                        : then[(int) ((position - first.length) % then.length)];
                position++;
                return b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }
}
