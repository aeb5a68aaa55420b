// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A token endpoint that hangs, talks without an end or is asked with a wrong secret holds nobody up for ever. */
class TokenEndpointFaultsTest extends SimulatorTestSupport {

    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    @Override
    void configure(HubSpotComponent component) {
        HubSpotConfiguration configuration = component.getConfiguration();
        configuration.setAccessToken(null);
        configuration.setClientId(simulator().oauth().clientId());
        configuration.setClientSecret(simulator().oauth().clientSecret());
        configuration.setRefreshToken(simulator().oauth().refreshToken());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").routeId("list").to(LIST);
            }
        };
    }

    @Test
    void aCallThatWaitsForATokenEndsWhenTheContextStops() throws Exception {
        simulator().faults().always().matching("POST", "/oauth/*").answer(503);
        CompletableFuture<Exchange> sent = template.asyncSend("direct:list", exchange -> {});
        await().until(() -> calls().size() >= 4);
        context.getShutdownStrategy().setTimeout(1);

        context.stop();

        // All retries would be over by then.
        assertThat(sent).succeedsWithin(25, TimeUnit.SECONDS);
    }

    @Test
    void aCallThatWaitsForATokenEndsAtOnceWhenItsRouteStops() throws Exception {
        simulator().faults().always().matching("POST", "/oauth/*").answer(503);
        CompletableFuture<Exchange> sent = template.asyncSend("direct:list", exchange -> {});
        await().until(() -> calls().size() >= 4);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            try {
                context.getRouteController().stopRoute("list", 60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            assertThat(sent).succeedsWithin(3, TimeUnit.SECONDS);
        } finally {
            stopped.join();
        }
    }

    @Test
    void aCorrectedClientSecretIsUsed() {
        send(LIST + "&clientSecret=wrong", null);

        assertThat(send(LIST, null).getException()).isNull();
    }

    @Test
    void aTokenAnswerWithoutAnEndIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerForEver(server));
            CompletableFuture<Exchange> sent = template.asyncSend(
                    LIST + "&maxRetries=0&responseTimeout=2000&baseUrl=http://127.0.0.1:" + server.getLocalPort(),
                    exchange -> {});

            assertThat(sent).succeedsWithin(15, TimeUnit.SECONDS);
            assertThat(sent.join().getException()).isInstanceOf(HubSpotException.class);
        }
    }

    @Test
    void aTokenAnswerThatDripsIsGivenUp() {
        // Each pause is shorter than the time-out; all of them together take minutes.
        simulator().faults().always().matching("POST", "/oauth/*").drip(1, Duration.ofMillis(300));

        CompletableFuture<Exchange> sent =
                template.asyncSend(LIST + "&maxRetries=0&responseTimeout=1s", exchange -> {});

        assertThat(sent).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(sent.join().getException()).isInstanceOf(HubSpotException.class);
    }

    private static void answerForEver(ServerSocket server) {
        byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = server.accept()) {
            OutputStream out = begin(socket);
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }

    private static OutputStream begin(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        socket.getInputStream().read(new byte[4096]);
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        return out;
    }
}
