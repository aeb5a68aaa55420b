// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What HTTP may do to the answer of a page. */
class AnswerEncodingTest extends SeedTestSupport {

    private static final String CREATE = "hubspot:objects/tickets?operation=create";
    private static final Map<String, Object> TICKET = Map.of("subject", "A");
    private static final String ANSWER = "{\"id\": \"512\", \"properties\": {\"subject\": \"Ça ıİ 東京 😀\"}}";
    private static final byte[] UTF_8 = ANSWER.getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"application/json", "application/json;charset=utf-8", "application/json; charset=UTF-8", "text/plain"})
    void isReadAsUtf8(String contentType) {
        server.answers(new CannedAnswer(201, Map.of("Content-Type", contentType), UTF_8));

        Exchange exchange = call(CREATE, TICKET);

        assertThat(exchange.getMessage().getBody()).isEqualTo(Json.map(ANSWER));
    }

    @Test
    void isReadWithoutAContentType() {
        server.answers(new CannedAnswer(201, Map.of(), UTF_8));

        Exchange exchange = call(CREATE, TICKET);

        assertThat(exchange.getMessage().getBody()).isEqualTo(Json.map(ANSWER));
    }

    @Test
    void isUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(UTF_8);
        }
        server.answers(new CannedAnswer(
                201, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), packed.toByteArray()));

        Exchange exchange = call(CREATE, TICKET);

        assertThat(exchange.getMessage().getBody()).isEqualTo(Json.map(ANSWER));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void leavesTheBodyWhereItIsEmpty() {
        server.answers(new CannedAnswer(204, Map.of(), new byte[0]));
        String types = "[{\"associationCategory\": \"HUBSPOT_DEFINED\", \"associationTypeId\": 123}]";

        Exchange exchange = call(
                "hubspot:associations/tickets?toObjectType=companies&operation=put",
                types,
                Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22"));

        assertThat(exchange.getMessage().getBody()).isEqualTo(types);
        assertThat(exchange.getMessage().getHeader("CamelHubSpotStatusCode")).isEqualTo(204);
    }
}
