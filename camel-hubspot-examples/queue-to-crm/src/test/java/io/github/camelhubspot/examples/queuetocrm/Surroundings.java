// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelhubspot.examples.queuetocrm.DeadLetters.DeadLetter;
import io.github.camelhubspot.simulator.HubSpotSimulator;

import jakarta.jms.JMSException;

/** A simulator, a broker and a database for one test. */
final class Surroundings implements AutoCloseable {

    static final String QUEUE = "leads";
    static final String DEAD_LETTERS = "leads.dead";

    /** What takes longer has failed; a busy machine may need much of it. */
    static final Duration LONG = Duration.ofSeconds(60);

    final HubSpotSimulator hubSpot = new HubSpotSimulator().start();
    final EmbeddedBroker broker;
    private final Path folder;

    Surroundings(Path folder) throws Exception {
        this.folder = folder;
        this.broker = EmbeddedBroker.start(folder.resolve("broker"), QUEUE, DEAD_LETTERS);
    }

    /** What leads a worker to them; without a quota of its own, and with few retries so that failures reach the queue. */
    Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("camel.component.hubspot.base-url", hubSpot.baseUrl());
        options.put("camel.component.hubspot.access-token", hubSpot.accessToken());
        options.put("camel.component.hubspot.requests-per-ten-seconds", "100000");
        options.put("camel.component.hubspot.max-retries", "0");
        return options;
    }

    String database() {
        return Batches.h2(folder);
    }

    Worker start(Way way) throws Exception {
        return new Worker(way, broker.url(), database(), options(), new Tally()).start();
    }

    void send(List<String> leads) throws JMSException {
        Leads.send(Connections.to(broker.url()), QUEUE, leads);
    }

    long waiting() {
        return broker.queue(QUEUE).getMessageCount();
    }

    long acknowledged() {
        return broker.queue(QUEUE).getMessagesAcknowledged();
    }

    long deadLetterCount() {
        return broker.queue(DEAD_LETTERS).getMessageCount();
    }

    List<DeadLetter> deadLetters() throws JMSException {
        return DeadLetters.take(Connections.to(broker.url()), DEAD_LETTERS);
    }

    /** Batches in the database, full or not. */
    long batches() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select (select count(*) from lead_batches) + (select count(*) from lead_batches_completed)")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The addresses of all contacts. */
    List<String> contacts() {
        return hubSpot.crm().records("contacts").stream()
                .map(contact -> contact.properties().get("email"))
                .toList();
    }

    static List<String> emails(int count) {
        return IntStream.range(0, count).mapToObj(Leads::email).toList();
    }

    @Override
    public void close() {
        broker.close();
        hubSpot.close();
    }
}
