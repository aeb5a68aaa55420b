// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.xnio.IoUtils;

import io.github.camelhubspot.simulator.faults.Delivery;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;

/** Answers that take their time, without a thread that waits for them. */
final class SlowAnswers {

    private final Set<Slow> pending = ConcurrentHashMap.newKeySet();

    /** Sends a body part by part; the last part only after the caller was told. */
    void drip(HttpServerExchange exchange, byte[] body, Delivery delivery, Runnable beforeTheLast) {
        Drip drip = new Drip(exchange, body, delivery, beforeTheLast);
        pending.add(drip);
        drip.sendPart();
    }

    /** Closes the connection after a time. */
    void silence(HttpServerExchange exchange, Duration time) {
        Slow silence = new Slow(exchange.getConnection(), () -> {});
        pending.add(silence);
        exchange.getIoThread().executeAfter(silence::end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends all by closing their connections. */
    void stop() {
        pending.forEach(Slow::end);
    }

    private class Slow {

        private final ServerConnection connection;
        final Runnable beforeTheEnd;

        Slow(ServerConnection connection, Runnable beforeTheEnd) {
            this.connection = connection;
            this.beforeTheEnd = beforeTheEnd;
        }

        final void end() {
            beforeTheEnd.run();
            pending.remove(this);
            IoUtils.safeClose(connection);
        }
    }

    private final class Drip extends Slow {

        private final HttpServerExchange exchange;
        private final byte[] body;
        private final Delivery delivery;
        private int sent;

        Drip(HttpServerExchange exchange, byte[] body, Delivery delivery, Runnable beforeTheLast) {
            super(exchange.getConnection(), beforeTheLast);
            this.exchange = exchange;
            this.body = body;
            this.delivery = delivery;
        }

        void sendPart() {
            int part = Math.min(delivery.bytes(), body.length - sent);
            boolean last = sent + part == body.length;
            try {
                if (last) {
                    beforeTheEnd.run();
                    pending.remove(this);
                }
                OutputStream out = exchange.getOutputStream();
                out.write(body, sent, part);
                out.flush();
                sent += part;
                if (last) {
                    exchange.endExchange();
                } else {
                    // The timer's thread must not wait for the network; a worker may.
                    exchange.getIoThread()
                            .executeAfter(
                                    () -> exchange.getConnection().getWorker().execute(this::sendPart),
                                    delivery.time().toMillis(),
                                    TimeUnit.MILLISECONDS);
                }
            } catch (IOException | RuntimeException e) {
                // The caller has gone away, or the simulator stops.
                end();
            }
        }
    }
}
