// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Odd headers of an answer make a write done or ambiguous, and nothing else. */
class OddAnswersTest extends SimulatorTestSupport {

    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json; charset=%%bogus%%",
                "Content-Type: ;;;",
                "Content-Type: application/x-java-serialized-object",
                "Content-Encoding: bogus",
                "Content-Encoding: gzip",
                "X-HubSpot-RateLimit-Max: -1",
                "X-HubSpot-RateLimit-Max: 1",
                "Date: nonsense",
                "Set-Cookie: a=b; Expires=x",
                "CamelHttpResponseCode: 500"
            })
    void aCreateWithAnOddAnswerIsDoneOrAmbiguous(String header) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answer(server, header));
            CompletableFuture<Exchange> sent = template.asyncSend(
                    "hubspot:objects/companies?operation=create&maxRetries=0&baseUrl=http://127.0.0.1:"
                            + server.getLocalPort(),
                    exchange -> exchange.getMessage().setBody(Map.of("name", "Acme")));
            Exception exception = sent.get(10, TimeUnit.SECONDS).getException();
            if (exception != null) {
                assertThat(exception).isInstanceOf(HubSpotAmbiguousWriteException.class);
            }
        }
    }

    private static void answer(ServerSocket server, String header) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream()
                    .write(("HTTP/1.1 201 Created\r\n" + header
                                    + "\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().read(new byte[4096]);
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }
}
