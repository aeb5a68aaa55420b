// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.examples.common.Account;

/**
 * The program: messages of the topic {@code leads} become contacts.
 *
 * <p>How is in the routes, {@code camel/*.yaml}.
 */
public final class KafkaToCrm {

    private static final Logger LOG = LoggerFactory.getLogger("kafka-to-crm");

    private KafkaToCrm() {}

    /**
     * Sends the sample messages, shows what became of them, and ends.
     *
     * @param arguments the folder to work in; it may be left out
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/kafka-to-crm");
        try (Account account = Account.ofEnvironment()) {
            demonstrate(folder, account, System.out);
        }
    }

    /** Sends the sample messages and shows what became of them. */
    static void demonstrate(Path folder, Account account, PrintStream out) throws Exception {
        try (Broker broker = Broker.start(folder);
                Topics topics = new Topics(broker.address())) {
            LOG.info("Reading from an embedded broker at {}", broker.address());
            LOG.info("Writing to {}", account.description());
            topics.create();
            for (String sample : samples()) {
                String[] keyAndValue = sample.split(" ", 2);
                topics.send(keyAndValue[0], keyAndValue[1]);
            }
            Main main = of(broker.address(), account);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("timer:done?period=500")
                            .filter(exchange -> uncommitted(topics) == 0)
                            .process(exchange -> main.completed());
                }
            });
            main.run();
            out.print(new Summary(topics));
        }
    }

    /** A program that is not started. */
    static Main of(String brokers, Account account) {
        Main main = new Main();
        main.addInitialProperty("camel.component.kafka.brokers", brokers);
        main.addInitialProperty("camel.component.hubspot.base-url", account.baseUrl());
        main.addInitialProperty("camel.component.hubspot.access-token", account.accessToken());
        return main;
    }

    private static long uncommitted(Topics topics) {
        try {
            return sum(topics.written().values()) - sum(topics.committed().values());
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not tell its offsets", e);
        }
    }

    private static long sum(Iterable<Long> numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static List<String> samples() throws IOException {
        try (BufferedReader samples = new BufferedReader(new InputStreamReader(
                KafkaToCrm.class.getResourceAsStream("/samples/leads.txt"), StandardCharsets.UTF_8))) {
            return samples.lines().toList();
        }
    }
}
