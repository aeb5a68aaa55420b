// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.examples.common.Account;

/**
 * The program: with the environment variable {@code BROKER_URL} a worker that goes on until it is ended, else a demonstration
 * with a broker of its own, which ends by itself.
 *
 * <p>What happens to the messages is in the routes, {@code camel/*.yaml}.
 */
public final class QueueToCrm {

    private static final Logger LOG = LoggerFactory.getLogger("queue-to-crm");
    private static final int GOOD = 2000;
    private static final String QUEUE = "leads";
    private static final String DEAD_LETTERS = "leads.dead";

    private QueueToCrm() {}

    /**
     * Runs it.
     *
     * @param arguments the folder to work in, then {@code micro-batch} or {@code aggregate}; both may be left out
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/queue-to-crm");
        Way way = Way.of(arguments.length > 1 ? arguments[1] : Way.MICRO_BATCH.toString());
        String broker = System.getenv("BROKER_URL");
        try (Account account = account(broker, System.getenv("HUBSPOT_ACCESS_TOKEN"))) {
            LOG.info("Writing to {}", account.description());
            if (broker != null) {
                work(way, broker, folder, account);
            } else if (!demonstrate(way, folder, account).complete()) {
                System.exit(1);
            }
        }
    }

    /** Messages of a broker that outlives the program are not for a simulator that does not. */
    static Account account(String broker, String accessToken) {
        return broker == null ? Account.of(accessToken) : Account.real(accessToken, "BROKER_URL");
    }

    private static void work(Way way, String broker, Path folder, Account account) throws Exception {
        try (Worker worker = new Worker(way, broker, Batches.h2(folder), options(account), new Tally())) {
            String quota = System.getenv("QUOTA_URL");
            if (quota != null) {
                worker.bind("quota", SharedQuota.in(quota));
            }
            worker.run();
        }
    }

    /** Sends leads to a broker in this process, and takes them from there to HubSpot. */
    static Summary demonstrate(Way way, Path folder, Account account) throws Exception {
        Path own = Files.createTempDirectory(Files.createDirectories(folder), "run-");
        List<String> leads = leads();
        try (EmbeddedBroker broker = EmbeddedBroker.start(own.resolve("broker"), QUEUE, DEAD_LETTERS)) {
            Leads.send(Connections.to(broker.url()), QUEUE, leads);
            LOG.info("{} messages are in the queue {}", leads.size(), QUEUE);
            Tally tally = Tally.ofOneRun();
            long calls;
            try (Worker worker = new Worker(way, broker.url(), Batches.h2(own), options(account), tally)) {
                worker.start();
                tally.await(leads.size());
                // The last ones have their outcome, and are about to be acknowledged.
                broker.awaitEmpty(QUEUE);
                calls = worker.calls();
            }
            Summary summary = new Summary(
                    way,
                    leads.size(),
                    tally.writtenRecords(),
                    tally.seconds(),
                    calls,
                    DeadLetters.take(Connections.to(broker.url()), DEAD_LETTERS));
            System.out.println(summary);
            return summary;
        }
    }

    /** The bad ones lie among the good ones. */
    private static List<String> leads() {
        List<String> leads = new ArrayList<>(Leads.good(GOOD));
        List<String> bad = Leads.bad();
        for (int i = 0; i < bad.size(); i++) {
            leads.add((i + 1) * GOOD / (bad.size() + 1), bad.get(i));
        }
        return leads;
    }

    private static Map<String, String> options(Account account) {
        return Map.of(
                "camel.component.hubspot.base-url", account.baseUrl(),
                "camel.component.hubspot.access-token", account.accessToken());
    }
}
