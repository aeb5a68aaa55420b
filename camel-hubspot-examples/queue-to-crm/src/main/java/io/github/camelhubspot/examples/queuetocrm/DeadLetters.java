// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.ArrayList;
import java.util.List;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

/** What lies in the dead letter queue. */
public final class DeadLetters {

    private static final long LAST_MILLIS = 500;

    private DeadLetters() {}

    /** Takes all of them out of the queue. */
    public static List<DeadLetter> take(ConnectionFactory connections, String queue) throws JMSException {
        List<DeadLetter> letters = new ArrayList<>();
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            for (Message next = consumer.receive(LAST_MILLIS); next != null; next = consumer.receive(LAST_MILLIS)) {
                letters.add(DeadLetter.of(next));
            }
        }
        return letters;
    }

    /**
     * A record that was not written, and why.
     *
     * @param body the record
     * @param status HubSpot's HTTP status; 0 where it was not asked
     * @param category HubSpot's category; may be null
     * @param correlationId HubSpot's id of the call; may be null
     * @param properties the properties that were refused, separated by commas
     * @param message what was said against the record
     */
    public record DeadLetter(
            String body, int status, String category, String correlationId, String properties, String message) {

        private static DeadLetter of(Message message) throws JMSException {
            return new DeadLetter(
                    message.getBody(String.class),
                    message.getIntProperty(Reason.STATUS),
                    message.getStringProperty(Reason.CATEGORY),
                    message.getStringProperty(Reason.CORRELATION_ID),
                    message.getStringProperty(Reason.PROPERTIES),
                    message.getStringProperty(Reason.MESSAGE));
        }
    }
}
