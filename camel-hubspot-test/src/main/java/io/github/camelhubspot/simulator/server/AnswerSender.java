// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Date;

import org.xnio.Options;

import io.github.camelhubspot.simulator.calls.CallRecorder;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.faults.Delivery;
import io.github.camelhubspot.simulator.http.Answer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.DateUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Sends the answer to a call, or does with it what a fault asks for. */
final class AnswerSender {

    private static final HttpString CORRELATION_ID = new HttpString("X-HubSpot-Correlation-Id");
    private static final byte[] NOTHING = {};

    private final CallRecorder recorder;
    private final Clock clock;
    private final SlowAnswers slowAnswers = new SlowAnswers();

    AnswerSender(CallRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Ends the answers that are still being sent bit by bit, and the silences. */
    void stop() {
        slowAnswers.stop();
    }

    void send(HttpServerExchange exchange, RecordedCall call, Answer answer, String correlationId, Delivery delivery)
            throws IOException {
        if (delivery.isAnswered()) {
            recorder.answered(call, answer.status(), correlationId, answer.body());
            writeHead(exchange, answer, correlationId);
        }
        // Whoever knows of the answer must not find the call in flight any more.
        Runnable ended = () -> recorder.ended(call);
        byte[] body = answer == null || answer.status() == 204 ? NOTHING : answer.body();
        switch (delivery.manner()) {
            case WHOLE -> {
                ended.run();
                exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
                exchange.getOutputStream().write(body);
                exchange.endExchange();
            }
            case CUT -> {
                ended.run();
                cut(exchange, body, delivery.bytes());
            }
            case DRIP -> {
                exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
                slowAnswers.drip(exchange, body, delivery, ended);
            }
            case SILENCE -> {
                ended.run();
                slowAnswers.silence(exchange, delivery.time());
            }
            case CLOSE -> {
                ended.run();
                exchange.getConnection().close();
            }
            case RESET -> {
                ended.run();
                exchange.getConnection().setOption(Options.CLOSE_ABORT, true);
                exchange.getConnection().close();
            }
        }
    }

    private void writeHead(HttpServerExchange exchange, Answer answer, String correlationId) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.DATE, DateUtils.toDateString(Date.from(clock.instant())));
        exchange.getResponseHeaders().put(CORRELATION_ID, correlationId);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    }

    private static void cut(HttpServerExchange exchange, byte[] body, int bytes) throws IOException {
        if (body.length > 0) {
            exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, body.length);
            OutputStream out = exchange.getOutputStream();
            out.write(body, 0, Math.min(bytes, body.length - 1));
            out.flush();
        }
        exchange.getConnection().close();
    }
}
