// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;

/** Answers on the thread that reads, since nothing here ever waits. */
final class CallHandler implements HttpHandler {

    /** So high that no client slows down because of what a header tells it. */
    private static final String UNLIMITED = "1000000000";

    private static final HttpString CORRELATION_ID = new HttpString("X-HubSpot-Correlation-Id");
    private static final HttpString MAX = new HttpString("X-HubSpot-RateLimit-Max");
    private static final HttpString REMAINING = new HttpString("X-HubSpot-RateLimit-Remaining");
    private static final HttpString INTERVAL = new HttpString("X-HubSpot-RateLimit-Interval-Milliseconds");
    private static final HttpString DAILY = new HttpString("X-HubSpot-RateLimit-Daily");
    private static final HttpString DAILY_REMAINING = new HttpString("X-HubSpot-RateLimit-Daily-Remaining");

    private final CallCounts counts = new CallCounts();
    private final AnswerWriter answers = new AnswerWriter(counts::nextId);
    private final long latencyMillis;

    CallHandler(long latencyMillis) {
        this.latencyMillis = latencyMillis;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        if (path.equals("/stats")) {
            send(exchange, 200, counts.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else if (exchange.getRequestMethod().equals(Methods.POST) && path.startsWith("/crm/v3/objects/")) {
            counts.begin();
            boolean batch = path.endsWith("/batch/create");
            exchange.getRequestReceiver()
                    .receiveFullBytes((whole, body) -> create(whole, batch, body), (whole, fault) -> {
                        counts.end(0);
                        send(whole, 400, new byte[0]);
                    });
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    private void create(HttpServerExchange exchange, boolean batch, byte[] body) {
        AnswerWriter.Answer answer;
        try {
            answer = batch ? answers.batch(body) : answers.record(body);
        } catch (IOException e) {
            counts.end(0);
            send(exchange, 400, new byte[0]);
            return;
        }
        if (latencyMillis == 0) {
            finish(exchange, answer);
        } else {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> exchange.getIoThread()
                    .executeAfter(() -> finish(exchange, answer), latencyMillis, TimeUnit.MILLISECONDS));
        }
    }

    private void finish(HttpServerExchange exchange, AnswerWriter.Answer answer) {
        counts.end(answer.records());
        exchange.getResponseHeaders()
                .put(CORRELATION_ID, "0199b0a2-6c1e-7f00-9d3a-000000000000")
                .put(MAX, UNLIMITED)
                .put(REMAINING, UNLIMITED)
                .put(INTERVAL, "10000")
                .put(DAILY, UNLIMITED)
                .put(DAILY_REMAINING, UNLIMITED);
        send(exchange, 201, answer.body());
    }

    private static void send(HttpServerExchange exchange, int status, byte[] body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json;charset=utf-8");
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
