// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

/** Leads as another system would send them: one JSON object per message, a few of which HubSpot does not take. */
public final class Leads {

    private Leads() {}

    /** So many good leads. */
    public static List<String> good(int count) {
        return IntStream.range(0, count).mapToObj(Leads::lead).toList();
    }

    /** The e-mail address of the lead of that number. */
    public static String email(int number) {
        return String.format(Locale.ROOT, "lead-%06d@example.com", number);
    }

    private static String lead(int number) {
        return String.format(
                Locale.ROOT,
                "{\"email\": \"%s\", \"firstname\": \"Zoë\", \"lastname\": \"Lead %d\", \"city\": \"İzmir\"}",
                email(number),
                number);
    }

    /** Leads that no second try makes better, each for another reason. */
    public static List<String> bad() {
        return List.of(
                "{\"email\": \"not an address\", \"lastname\": \"Nobody\"}",
                "{\"email\": \"bad-1@example.com\", \"no_such_property\": \"1\"}",
                "{\"lastname\": \"Without an address\"}",
                "{\"email\": \"bad-2@example.com\", \"lastname\": ");
    }

    /** Puts messages into the queue, all or none. */
    public static void send(ConnectionFactory connections, String queue, List<String> leads) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            for (String lead : leads) {
                producer.send(session.createTextMessage(lead));
            }
            session.commit();
        }
    }
}
