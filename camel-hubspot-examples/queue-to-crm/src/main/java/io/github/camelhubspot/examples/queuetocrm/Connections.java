// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

import com.rabbitmq.jms.admin.RMQConnectionFactory;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;

/** Connections to a broker, by its URL. */
public final class Connections {

    private Connections() {}

    /**
     * The JMS client of the broker.
     *
     * @param url {@code amqp:} or {@code amqps:} is RabbitMQ, all else is Artemis
     */
    public static ConnectionFactory to(String url) throws JMSException {
        // Each consumer gets one message at a time: one that it had fetched in advance would wait with it.
        if (url.startsWith("amqp")) {
            RMQConnectionFactory rabbitMq = new RMQConnectionFactory();
            rabbitMq.setUri(url);
            rabbitMq.setChannelsQos(1);
            return rabbitMq;
        }
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(url);
        artemis.setConsumerWindowSize(0);
        return artemis;
    }
}
