// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.benchmarks.soak.work.WorkMessage;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;

/** A message broker with a journal on disk, in this process, reached over TCP on the loopback interface. */
final class Broker implements AutoCloseable {

    private static final String QUEUE = "work";

    private final ActiveMQServer server;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Long, Integer> deliveriesBefore = new HashMap<>();

    private Broker(ActiveMQServer server) {
        this.server = server;
    }

    static Broker start(Path folder) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                // However full the disk is, the broker must not stop taking messages in the middle of a test.
                .setMaxDiskUsage(-1)
                .addAcceptorConfiguration("loopback", "tcp://127.0.0.1:0")
                // A message that is never done would make the soak fail by its time, not vanish into another queue.
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1))
                .addQueueConfiguration(QueueConfiguration.of(QUEUE).setRoutingType(RoutingType.ANYCAST));
        ActiveMQServer server = new ActiveMQServerImpl(configuration);
        server.start();
        return new Broker(server);
    }

    /** Where clients connect; a consumer gets one message at a time, so that no other one counts as delivered. */
    String url() {
        NettyAcceptor acceptor = (NettyAcceptor) server.getRemotingService().getAcceptor("loopback");
        return "tcp://127.0.0.1:" + acceptor.getActualPort() + "?consumerWindowSize=0&reconnectAttempts=0";
    }

    /** Puts messages into the queue, all or none. */
    void send(List<WorkMessage> messages) throws JMSException, JsonProcessingException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
                Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            MessageProducer producer = session.createProducer(session.createQueue(QUEUE));
            for (WorkMessage work : messages) {
                TextMessage message = session.createTextMessage(mapper.writeValueAsString(work.bodies()));
                message.setStringProperty("kind", work.kind().name());
                message.setStringProperty("work", work.name());
                producer.send(message);
            }
            session.commit();
        }
    }

    private Queue queue() {
        return server.locateQueue(QUEUE);
    }

    /** How many messages are in the queue, those in a consumer's hands among them. */
    long messages() {
        return queue().getMessageCount();
    }

    /** How many messages have been acknowledged. */
    long acknowledged() {
        return queue().getMessagesAcknowledged();
    }

    /** Whether a worker has a message of that kind in hand. */
    boolean hasInHand(Kind kind) {
        return queue().getDeliveringMessages().values().stream()
                .flatMap(List::stream)
                .anyMatch(one -> kind(one) == kind);
    }

    /** Whether nobody reads from the queue, and every message that was in someone's hands is back. */
    boolean isAlone() {
        return queue().getConsumerCount() == 0 && queue().getDeliveringCount() == 0;
    }

    /** What a killed consumer left: call it after each kill, once the broker is alone. */
    Unacknowledged unacknowledged() throws JsonProcessingException {
        int messages = 0;
        Set<String> keys = new HashSet<>();
        try (LinkedListIterator<MessageReference> all = queue().browserIterator()) {
            while (all.hasNext()) {
                MessageReference one = all.next();
                Integer before = deliveriesBefore.put(one.getMessageID(), one.getDeliveryCount());
                if (one.getDeliveryCount() > (before == null ? 0 : before)) {
                    messages++;
                    if (!kind(one).repeatable()) {
                        keys.addAll(keys(one));
                    }
                }
            }
        }
        return new Unacknowledged(messages, keys);
    }

    private static Kind kind(MessageReference reference) {
        return Kind.valueOf(reference.getMessage().getStringProperty("kind"));
    }

    private Set<String> keys(MessageReference reference) throws JsonProcessingException {
        String text = reference
                .getMessage()
                .toCore()
                .getReadOnlyBodyBuffer()
                .readNullableSimpleString()
                .toString();
        Set<String> keys = new HashSet<>();
        for (JsonNode record : mapper.readTree(text)) {
            keys.add(record.get("subject").asText());
        }
        return keys;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not stop", e);
        }
    }

    /**
     * Messages that were taken since the last kill and neither acknowledged nor, by a living worker, given back.
     *
     * @param messages how many
     * @param keysWithoutUniqueProperty the records in them that a second delivery may double
     */
    record Unacknowledged(int messages, Set<String> keysWithoutUniqueProperty) {}
}
