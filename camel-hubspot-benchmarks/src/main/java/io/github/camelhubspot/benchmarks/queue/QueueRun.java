// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.github.camelhubspot.examples.queuetocrm.Batches;
import io.github.camelhubspot.examples.queuetocrm.Connections;
import io.github.camelhubspot.examples.queuetocrm.EmbeddedBroker;
import io.github.camelhubspot.examples.queuetocrm.Leads;
import io.github.camelhubspot.examples.queuetocrm.Way;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;

/** One run: a queue full of leads, a worker, and, where it is killed in the middle, a second one. */
final class QueueRun {

    private static final String QUEUE = "leads";
    private static final String UPSERT = "/crm/v3/objects/contacts/batch/upsert";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 20;

    private final Way way;
    private final int messages;
    private final long limit;
    private final Path folder;
    private final HubSpotSimulator hubSpot;
    private final EmbeddedBroker broker;
    private long deliveredAgain;

    private QueueRun(Way way, int messages, long limit, Path folder, HubSpotSimulator hubSpot, EmbeddedBroker broker) {
        this.way = way;
        this.messages = messages;
        this.limit = limit;
        this.folder = folder;
        this.hubSpot = hubSpot;
        this.broker = broker;
    }

    /**
     * Runs it in a folder of its own.
     *
     * @param latency milliseconds that HubSpot takes for an answer
     * @param limit calls in ten seconds that the worker keeps to
     */
    static QueueFigures of(Way way, boolean kill, int messages, long latency, long limit, Path folder)
            throws Exception {
        try (HubSpotSimulator hubSpot = new HubSpotSimulator().start();
                EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), QUEUE, "leads.dead")) {
            hubSpot.settings().maxKeptCalls(Integer.MAX_VALUE);
            hubSpot.faults().always().delay(Duration.ofMillis(latency));
            Leads.send(Connections.to(broker.url()), QUEUE, Leads.good(messages));
            return new QueueRun(way, messages, limit, folder, hubSpot, broker).run(kill);
        }
    }

    private QueueFigures run(boolean kill) throws IOException, InterruptedException {
        if (kill) {
            try (ChildProcess first = worker()) {
                await(messages / 2);
                awaitCall();
                first.kill();
            }
            deliveredAgain = unacknowledged();
        }
        try (ChildProcess worker = worker()) {
            await(1);
            long start = System.nanoTime();
            int atStart = contacts();
            await(messages);
            double seconds = (System.nanoTime() - start) / 1e9 * messages / Math.max(1, messages - atStart);
            worker.endInput();
            int status = worker.exitStatus(START_LIMIT);
            if (status != 0) {
                throw new IllegalStateException("The worker ended with status " + status);
            }
            return figures(kill, seconds);
        }
    }

    private ChildProcess worker() throws IOException, InterruptedException {
        ChildProcess worker = ChildProcess.start(
                List.of("-Xmx512m", "-Dorg.jboss.logging.provider=slf4j"),
                QueueWorker.class,
                List.of(
                        "way=" + way,
                        "broker=" + broker.url(),
                        "database=" + Batches.h2(folder),
                        "url=" + hubSpot.baseUrl(),
                        "token=" + hubSpot.accessToken(),
                        "limit=" + limit));
        worker.await(Lines.READY, START_LIMIT);
        return worker;
    }

    /** Waits until a call is in flight, so that the worker is killed in the middle of one. */
    private void awaitCall() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (hubSpot.inFlight() == 0) {
            if (contacts() == messages) {
                throw new IllegalStateException("The worker was done before it could be killed; send more messages");
            }
            requireBefore(end, "no call in flight");
            Thread.onSpinWait();
        }
    }

    private int contacts() {
        return hubSpot.crm().records("contacts").size();
    }

    private void await(int contacts) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (contacts() < contacts) {
            requireBefore(end, contacts() + " contacts");
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void requireBefore(long end, String state) {
        if (System.nanoTime() - end > 0) {
            throw new IllegalStateException("After " + LIMIT + " there are " + state);
        }
    }

    /** Messages that were delivered and are back, once nobody holds one. */
    private long unacknowledged() throws InterruptedException {
        Queue queue = broker.queue(QUEUE);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (queue.getConsumerCount() > 0 || queue.getDeliveringCount() > 0) {
            requireBefore(end, "messages that the killed worker holds");
            Thread.sleep(LOOK_MILLIS);
        }
        long again = queue.getScheduledMessages().stream()
                .filter(message -> message.getDeliveryCount() > 0)
                .count();
        try (LinkedListIterator<MessageReference> all = queue.browserIterator()) {
            while (all.hasNext()) {
                again += all.next().getDeliveryCount() > 0 ? 1 : 0;
            }
        }
        return again;
    }

    private QueueFigures figures(boolean killed, double seconds) {
        List<RecordedCall> calls = hubSpot.calls();
        long sent = calls.stream()
                .filter(call -> call.path().equals(UPSERT))
                .mapToLong(call -> call.bodyJson().path("inputs").size())
                .sum();
        return new QueueFigures(
                way, killed, messages, seconds, calls.size(), deliveredAgain, sent - messages, messages - contacts());
    }
}
