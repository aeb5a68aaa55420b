// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A plain HTTP server that notes what it receives and answers what the test tells it; it knows nothing of HubSpot. */
final class RecordingServer implements BeforeEachCallback, AfterEachCallback {

    /** Final for every client, so that a call that a test did not expect is not repeated. */
    private static final CannedAnswer UNEXPECTED =
            CannedAnswer.json(400, "{\"message\": \"not expected by the test\"}");

    static {
        // Else each answer waits for an acknowledgement between its headers and its body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<CannedAnswer> answers = new ArrayDeque<>();
    private CannedAnswer otherwise = UNEXPECTED;
    private HttpServer server;
    private ExecutorService threads;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
        threads.shutdownNow();
    }

    String baseUrl() {
        return "http://" + authority();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next calls are answered, one after the other. */
    void answers(CannedAnswer... next) {
        synchronized (answers) {
            answers.addAll(List.of(next));
        }
    }

    /** What all calls are answered for which there is no other answer. */
    void alwaysAnswers(CannedAnswer answer) {
        synchronized (answers) {
            otherwise = answer;
        }
    }

    /** Forgets the requests. */
    void forget() {
        requests.clear();
    }

    List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    ReceivedRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request, got " + requests);
        }
        return requests.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(new ReceivedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders(),
                    body));
            CannedAnswer answer = nextAnswer();
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private CannedAnswer nextAnswer() {
        synchronized (answers) {
            return answers.isEmpty() ? otherwise : answers.remove();
        }
    }
}
