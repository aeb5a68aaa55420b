// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.io.IOException;
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

/** Takes a call off the network, records it, lets it suffer what the test asked for, and has it answered. */
final class CallHandler implements HttpHandler {

    private final Dispatcher dispatcher;
    private final CallRecorder recorder;
    private final FaultScript faults;
    private final CorrelationIds correlationIds;
    private final AnswerSender sender;
    private final Object arrivals = new Object();
    private volatile String baseUrl;

    CallHandler(
            Dispatcher dispatcher,
            CallRecorder recorder,
            FaultScript faults,
            CorrelationIds correlationIds,
            AnswerSender sender) {
        this.dispatcher = dispatcher;
        this.recorder = recorder;
        this.faults = faults;
        this.correlationIds = correlationIds;
        this.sender = sender;
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
        String method = exchange.getRequestMethod().toString();
        RecordedCall call;
        FaultEffect effect;
        synchronized (arrivals) {
            // Faults by chance must fall in the order in which the calls are recorded.
            call = recorder.arrived(method, exchange.getRequestURI(), query, headers(exchange));
            effect = faults.take(method, call.path());
        }
        exchange.dispatch(() -> answer(exchange, call, effect));
    }

    private static Map<String, List<String>> headers(HttpServerExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), List.copyOf(values));
        }
        return headers;
    }

    private void answer(HttpServerExchange exchange, RecordedCall call, FaultEffect effect) {
        exchange.startBlocking();
        try {
            byte[] body = exchange.getInputStream().readAllBytes();
            recorder.received(call, body);
            hold(effect.delay());
            String correlationId = correlationIds.next();
            Answer answer = effect.answer() == null ? null : effect.answer().apply(correlationId);
            if (effect.applies()) {
                Answer own = dispatcher.answer(incoming(call, body), baseUrl, correlationId);
                answer = answer == null ? own : answer;
            }
            faults.happened(effect);
            sender.send(exchange, call, answer, correlationId, effect.delivery());
        } catch (IOException e) {
            // The caller has gone away.
            recorder.ended(call);
            exchange.endExchange();
        } catch (RuntimeException e) {
            recorder.ended(call);
            throw e;
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
        return new Incoming(
                call.method(),
                call.path(),
                call.query(),
                call.header("Authorization"),
                call.header("Content-Type"),
                body);
    }
}
