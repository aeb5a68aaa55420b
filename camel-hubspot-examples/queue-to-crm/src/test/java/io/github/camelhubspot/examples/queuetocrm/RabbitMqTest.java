// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The same routes with RabbitMQ, where it runs on this machine; its URL is the system property {@code rabbitmq.url}. */
@Timeout(120)
class RabbitMqTest {

    private static final String URL = System.getProperty("rabbitmq.url", "amqp://guest:guest@127.0.0.1:5672");
    private static final String QUEUE =
            "camel-hubspot-test-" + ProcessHandle.current().pid();
    private static final String DEAD_LETTERS = QUEUE + ".dead";
    private static final int GOOD = 400;

    @TempDir
    private Path folder;

    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(URL);
        try {
            connection = factory.newConnection();
        } catch (IOException e) {
            assumeTrue(false, "RabbitMQ does not run on this machine: " + e);
        }
        channel = connection.createChannel();
    }

    @AfterEach
    void removeQueues() throws Exception {
        if (connection != null) {
            channel.queueDelete(QUEUE);
            channel.queueDelete(DEAD_LETTERS);
            connection.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyMessageSurvivesAnOutageAndEndsOnce(Way way) throws Exception {
        try (Surroundings around = new Surroundings(folder)) {
            around.hubSpot.faults().next(3).answer(503);
            Leads.send(Connections.to(URL), QUEUE, Leads.good(GOOD));
            Leads.send(Connections.to(URL), QUEUE, Leads.bad());
            Map<String, String> options = around.options();
            options.put("queue", QUEUE);
            options.put("deadLetterQueue", DEAD_LETTERS);
            try (Worker worker = new Worker(way, URL, around.database(), options, new Tally()).start()) {
                int bad = Leads.bad().size();
                await().atMost(Surroundings.LONG).until(() -> around.contacts().size() == GOOD);
                await().atMost(Surroundings.LONG).until(() -> channel.messageCount(DEAD_LETTERS) == bad);
                assertThat(worker.calls()).isLessThan(GOOD / 4);
            }
            assertThat(channel.messageCount(QUEUE)).isZero();
            assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(GOOD));
            assertThat(DeadLetters.take(Connections.to(URL), DEAD_LETTERS))
                    .extracting(letter -> letter.properties())
                    .contains("email", "no_such_property");
        }
    }
}
