// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.calls.CallRecorder;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.faults.FaultEffect;
import io.github.camelhubspot.simulator.faults.FaultScript;
import io.github.camelhubspot.simulator.http.Answer;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Takes a call off the network, records it, lets it suffer what the test asked for, and sends the answer. */
final class CallHandler implements HttpHandler {

    private static final HttpString CORRELATION_ID = new HttpString("X-HubSpot-Correlation-Id");
    private static final byte[] NOTHING = {};

    private final Dispatcher dispatcher;
    private final CallRecorder recorder;
    private final FaultScript faults;
    private final CorrelationIds correlationIds;
    private volatile String baseUrl;

    CallHandler(Dispatcher dispatcher, CallRecorder recorder, FaultScript faults, CorrelationIds correlationIds) {
        this.dispatcher = dispatcher;
        this.recorder = recorder;
        this.faults = faults;
        this.correlationIds = correlationIds;
    }

    String baseUrl() {
        return baseUrl;
    }

    void baseUrl(String url) {
        baseUrl = url;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String query = exchange.getQueryString().isEmpty() ? null : exchange.getQueryString();
        RecordedCall call = recorder.arrived(
                exchange.getRequestMethod().toString(), exchange.getRequestURI(), query, headers(exchange));
        exchange.dispatch(() -> answer(exchange, call));
    }

    private static Map<String, List<String>> headers(HttpServerExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), List.copyOf(values));
        }
        return headers;
    }

    private void answer(HttpServerExchange exchange, RecordedCall call) {
        exchange.startBlocking();
        boolean ended = false;
        try {
            byte[] body = exchange.getInputStream().readAllBytes();
            recorder.received(call, body);
            FaultEffect effect = faults.take(call.method(), call.path());
            hold(effect.delay());
            String correlationId = correlationIds.next();
            Answer answer = effect.answer() == null ? null : effect.answer().apply(correlationId);
            if (effect.applies()) {
                Answer own = dispatcher.answer(incoming(call, body), baseUrl, correlationId);
                answer = answer == null ? own : answer;
            }
            ended = true;
            if (effect.dropsConnection()) {
                recorder.ended();
                exchange.getConnection().close();
            } else {
                recorder.answered(call, answer.status(), correlationId, answer.body());
                recorder.ended();
                send(exchange, answer, correlationId, effect);
            }
        } catch (IOException e) {
            // The caller has gone away.
            exchange.endExchange();
        } finally {
            if (!ended) {
                recorder.ended();
            }
        }
    }

    private static void hold(Duration delay) throws IOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The simulator stops", e);
        }
    }

    private static Incoming incoming(RecordedCall call, byte[] body) {
        return new Incoming(call.method(), call.path(), call.query(), call.header("Authorization"), body);
    }

    private static void send(HttpServerExchange exchange, Answer answer, String correlationId, FaultEffect effect)
            throws IOException {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(CORRELATION_ID, correlationId);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        byte[] body = answer.status() == 204 ? NOTHING : answer.body();
        if (!effect.cutsBody()) {
            exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
            exchange.getOutputStream().write(body);
            exchange.endExchange();
            return;
        }
        exchange.setResponseContentLength(body.length);
        OutputStream out = exchange.getOutputStream();
        out.write(body, 0, Math.min(effect.cutAfter(), body.length));
        out.flush();
        exchange.getConnection().close();
    }
}
