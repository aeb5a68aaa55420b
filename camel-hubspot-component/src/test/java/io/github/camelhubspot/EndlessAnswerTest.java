// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer without an end costs no more than one of the largest size that is allowed. */
class EndlessAnswerTest extends SimulatorTestSupport {

    @Test
    void anAnswerWithoutAnEndIsGivenUpWithItsConnection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> givenUp = CompletableFuture.runAsync(() -> answerForEver(server));

            CompletableFuture<Exchange> sent = template.asyncSend(
                    "hubspot:objects/contacts?operation=get&objectId=1&maxRetries=0&maxResponseSize=100000"
                            + "&baseUrl=http://127.0.0.1:" + server.getLocalPort(),
                    exchange -> {});

            assertThat(sent.get(30, TimeUnit.SECONDS).getException())
                    .isInstanceOf(HubSpotException.class)
                    .hasMessageContaining("maxResponseSize");
            assertThat(givenUp).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    private static void answerForEver(ServerSocket server) {
        byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            socket.getInputStream().read(new byte[4096]);
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }
}
