// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotAmbiguousWriteException;
import io.github.camelhubspot.HubSpotException;

import static io.github.camelhubspot.security.WireServer.ascii;
import static io.github.camelhubspot.security.WireServer.json;
import static io.github.camelhubspot.security.WireServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A server that answers with what no server should costs its call, with an error that says why, and nothing more. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadServerTest {

    private static final String GET = "hubspot:objects/contacts?operation=get&objectId=1";
    private static final String CREATE = "hubspot:objects/contacts?operation=create";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final Wired wired = new Wired();

    @AfterEach
    void close() throws Exception {
        wired.close();
    }

    private static WireServer.Answer raw(String text) {
        return (request, out) -> out.write(ascii(text));
    }

    /** A beginning, and then the same again and again until the client has enough. */
    private static WireServer.Unbuffered repeating(String beginning, String again) {
        return (request, out) -> {
            out.write(ascii(beginning));
            byte[] bytes = ascii(again.repeat(8192 / again.length() + 1));
            while (true) {
                out.write(bytes);
            }
        };
    }

    static Stream<Arguments> endlessAnswers() {
        return Stream.of(
                arguments("status line", repeating("HTTP/1.1 200 ", "x"), "line length"),
                arguments("line before the status", repeating("", "x"), "line length"),
                arguments("empty lines", repeating("", "\r\n"), "empty line"),
                arguments("header", repeating(OK + "X-Long: ", "x"), "line length"),
                arguments("header in many lines", repeating(OK + "X-Long: 1\r\n", " x\r\n"), "line length"),
                arguments("headers", repeating(OK, "X-Many: 1\r\n"), "header count"),
                arguments("interim answers", repeating("", "HTTP/1.1 100 Continue\r\n\r\n"), "interim"),
                arguments("early hints", repeating("", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"), "interim"),
                arguments("chunk size", repeating(CHUNKED, "0"), "line length"),
                arguments("chunk extension", repeating(CHUNKED + "1;", "x"), "line length"),
                arguments("trailers", repeating(CHUNKED + "2\r\n{}\r\n0\r\n", "X-Trailer: 1\r\n"), "header count"),
                arguments("trailer", repeating(CHUNKED + "2\r\n{}\r\n0\r\nX-Trailer: ", "x"), "line length"),
                arguments("blanks", repeating(OK + "\r\n", " "), "maxResponseSize"),
                arguments("blanks behind the end", repeating(OK + "\r\n{}", " "), "maxResponseSize"),
                arguments("array", repeating(OK + "\r\n{\"results\":[", "{},"), "maxResponseSize"),
                arguments("text", repeating(OK + "\r\n{\"id\":\"", "x"), "maxResponseSize"),
                arguments("name of a field", repeating(OK + "\r\n{\"", "x"), "Name length"),
                arguments("number", repeating(OK + "\r\n{\"id\":1", "1"), "maxResponseSize"),
                arguments("fraction", repeating(OK + "\r\n{\"id\":1.", "1"), "maxResponseSize"),
                arguments("depth", repeating(OK + "\r\n", "[{\"a\":"), "nesting depth"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessAnswers")
    void anAnswerWithoutAnEndIsGivenUp(String what, WireServer.Unbuffered answer, String told) {
        wired.server.answers(answer);

        Exchange read = wired.send(GET + "&maxResponseSize=1000000", null);
        Exchange written = wired.send(CREATE + "&maxResponseSize=1000000", Map.of("email", "a@b.example"));

        assertThat(read.getException()).isInstanceOf(HubSpotException.class).hasMessageContaining(told);
        assertThat(written.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500})
    void anErrorWithoutAnEndIsReadUpToAPoint(int status) {
        // In chunks, since the client would read those to their end before it used the connection again.
        wired.server.answers(repeating(
                "HTTP/1.1 " + status + " X\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"errors\": [\r\n",
                "b\r\n{\"name\":1},\r\n"));

        Exchange exchange = wired.send(GET, null);

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining(String.valueOf(status));
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                arguments("nothing", raw("")),
                arguments("a gigabyte that does not come", raw(OK + "Content-Length: 1073741824\r\n\r\n{")),
                arguments("a length beyond all numbers", raw(OK + "Content-Length: 99999999999999999999\r\n\r\n{}")),
                arguments("a negative length", raw(OK + "Content-Length: -1\r\n\r\n{}")),
                arguments("two lengths", raw(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}")),
                arguments("another protocol", raw("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
                arguments("another version", raw("HTTP/7.3 200 OK\r\n\r\n{}")),
                arguments("a status that is no number", raw("HTTP/1.1 OK 200\r\n\r\n{}")),
                arguments("a huge status", raw("HTTP/1.1 2147483648 OK\r\n\r\n{}")),
                arguments("a header without a colon", raw(OK + "X\r\n\r\n{}")),
                arguments("an unknown transfer encoding", raw(OK + "Transfer-Encoding: x\r\n\r\n{}")),
                arguments("a chunk of no size", raw(CHUNKED + "x\r\n{}\r\n0\r\n\r\n")),
                arguments("a negative chunk", raw(CHUNKED + "-1\r\n{}\r\n0\r\n\r\n")),
                arguments("a huge chunk", raw(CHUNKED + "7FFFFFFFFFFFFFFF\r\n{}")),
                arguments("a chunk cut off", raw(CHUNKED + "FF\r\n{\"id\":")),
                arguments("no gzip", raw(OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")),
                arguments("an unknown coding", raw(OK + "Content-Encoding: x\r\nContent-Length: 1\r\n\r\n\1")),
                arguments("HTML", raw(OK + "Content-Length: 13\r\n\r\n<html></html>")),
                arguments("two values", json("{} {}")),
                arguments("rubbish behind", json("{}rubbish")),
                arguments("not a number", json("{\"id\":NaN}")),
                arguments("infinity", json("{\"id\":-Infinity}")),
                arguments("a comment", json("/**/{}")),
                arguments("bytes that are no UTF-8", raw(OK + "Content-Length: 9\r\n\r\n{\"id\":\"\u00ff\u00fe")),
                arguments("a digit short", json("{\"id\":1." + "}")),
                arguments("a digit too many", json("{\"id\":" + "1".repeat(1001) + "}")),
                arguments(
                        "101 Switching Protocols", raw("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void anAnswerThatIsBrokenIsAnErrorOfItsCallOnly(String what, WireServer.Answer answer) {
        WireServer.Unbuffered last = (request, out) -> {
            answer.write(request, out);
            throw new IOException("The connection ends here");
        };
        wired.server.answers(last);
        Exchange broken = wired.send(GET, null);
        wired.server.answers(json("{\"id\":\"1\"}"));
        // The connection of the broken answer may be found closed when it is used again.
        Exchange next = wired.send(GET + "&maxRetries=1", null);

        assertThat(broken.getException()).isInstanceOf(HubSpotException.class);
        assertThat(next.getException()).isNull();
    }

    @Test
    void ofTwoFieldsOfOneNameTheLastCounts() {
        wired.server.answers(json("{\"id\":\"1\",\"id\":\"2\"}"));

        assertThat(wired.send(GET, null).getMessage().getHeader("CamelHubSpotResultId"))
                .isEqualTo("2");
    }

    /** Most have a body that only their own call may see, and none may keep its connection from the next one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/x-java-serialized-object",
                "Content-Type: text/plain;charset=no-such-charset",
                "Content-Type: ;;;=",
                "Content-Encoding: identity",
                "CamelHttpResponseCode: 500",
                "CamelHubSpotObjectId: 666",
                "Retry-After: 99999999999999999999",
                "X-HubSpot-RateLimit-Max: -1",
                "X-HubSpot-RateLimit-Interval-Milliseconds: x",
                "Set-Cookie: a=b",
                "WWW-Authenticate: ,,,=",
                "X: a=(b=[c, d=({[",
                "Connection: \u0000",
            })
    void aStrangeHeaderIsNoReasonToFailAndHoldsNoConnection(String header) {
        wired.server.answers(status(200, "{\"id\":\"1\"}", header));

        // More calls than there are connections.
        for (int i = 0; i < 300; i++) {
            Exchange exchange = wired.send(GET, null);
            assertThat(exchange.getException()).as("exception of call %d", i).isNull();
            assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("id", "1"));
            assertThat(exchange.getMessage().getHeader("CamelHubSpotObjectId")).isNull();
        }
        assertThat(wired.server.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Cookie"));
    }

    @Test
    void whatIsPackedSmallIsNotUnpackedBeyondTheLimit() throws IOException {
        byte[] bomb = gzip(" ".repeat(1 << 20), 100);
        wired.server.answers(packed("gzip", bomb));

        Exchange exchange = wired.send(GET + "&maxResponseSize=1000000", null);

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("maxResponseSize");
    }

    @Test
    void whatIsPackedOnceIsUnpackedAndWhatIsPackedManyTimesIsNot() throws IOException {
        wired.server.answers(packed("gzip", gzip("{\"id\":\"1\"}", 1)));
        assertThat(wired.send(GET, null).getException()).isNull();

        wired.server.answers(packed("gzip, gzip", gzip("{\"id\":\"1\"}", 1)));
        assertThat(wired.send(GET, null).getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("packed several times");
    }

    private static WireServer.Answer packed(String coding, byte[] body) {
        byte[] head = ascii(OK + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        return (request, out) -> {
            out.write(head);
            out.write(body);
        };
    }

    private static byte[] gzip(String text, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void anAnswerOfTooManySmallPartsIsGivenUpBeforeItFillsTheMemory() {
        wired.server.answers(repeating(OK + "\r\n{\"results\":[", "{},"));

        assertThat(wired.send("hubspot:objects/contacts?operation=list", null).getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("Token count");
    }

    static Stream<String> errorBodies() {
        String detail = "{\"message\":\"m\",\"code\":\"C\",\"context\":{\"propertyName\":[\"%s\"]}}";
        return Stream.of(
                "[".repeat(100_000),
                "{\"message\":\"x: [" + "{\\\"a\\\":[".repeat(50_000) + "\"}",
                "{\"message\":\"x: [{\\\"name\\\":\\\"" + "n".repeat(500_000) + "\\\"}]\"}",
                "{\"message\":\"x: [{\\\"name\\\":" + "1".repeat(100_000) + "}]\"}",
                "{\"category\":\"" + "C".repeat(500_000) + "\",\"message\":\"m\"}",
                "{\"correlationId\":\"" + "C".repeat(500_000) + "\"}",
                "{\"correlationId\":{\"a\":[1]},\"category\":[1],\"message\":{},\"errors\":{\"a\":1},\"context\":[[]]}",
                "{\"subCategory\":{\"name\":{\"a\":1}},\"errors\":[1,null,[],{\"context\":{\"a\":{\"b\":1},\"c\":[null]}}]}",
                "{\"errors\":[" + detail.formatted("p".repeat(300_000)) + "]}",
                "{\"errors\":[" + (detail.formatted("p") + ",").repeat(10_000) + detail.formatted("q") + "]}",
                "{\"errors\":[" + "{},".repeat(200_000) + "{}]}",
                "{\"context\":{\"requiredGranularScopes\":[" + "\"s\",".repeat(100_000) + "\"s\"]}}",
                "{\"message\":\"m\\r\\nWARN forged\",\"category\":\"C\\r\\nWARN forged\",\"correlationId\":\"1\\u2028WARN\"}",
                "null",
                "\"text\"",
                "1e999999999",
                "{\"a\":1e999999999}");
    }

    @ParameterizedTest
    @MethodSource("errorBodies")
    void theMessageOfAnErrorIsOneShortLineWhateverTheServerSays(String body) {
        for (int status : new int[] {400, 401, 403, 404, 409, 418, 429, 500}) {
            wired.server.answers(status(status, body));

            Exception exception = wired.send(GET, null).getException();

            assertThat(exception).isInstanceOf(HubSpotException.class);
            assertThat(exception.getMessage())
                    .contains(String.valueOf(status))
                    .hasSizeLessThan(10_000)
                    .doesNotContainPattern("[\\r\\n\\u2028]");
        }
    }

    @Test
    void aWaitBeyondAllNumbersIsNotWaitedFor() {
        for (String wait : new String[] {"9223372036854775807", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"}) {
            wired.server.answers(status(429, "{\"policyName\":\"TEN_SECONDLY_ROLLING\"}", "Retry-After: " + wait));

            assertThat(wired.send(GET + "&maxRetries=3", null).getException())
                    .hasMessageContaining("longer than maxRetryDelay");
        }
        assertThat(wired.server.requests()).hasSize(3);
    }
}
