// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker in this process, with its journal on disk, reached over TCP on the loopback interface. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String ACCEPTOR = "loopback";
    private static final long FIRST_REDELIVERY_MILLIS = 250;
    private static final long LAST_REDELIVERY_MILLIS = 30_000;

    private static final long LOOK_MILLIS = 20;

    private final ActiveMQServer server;

    private EmbeddedBroker(ActiveMQServer server) {
        this.server = server;
    }

    /** Starts a broker that has these queues. */
    public static EmbeddedBroker start(Path folder, String... queues) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setMaxDiskUsage(-1)
                .addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:0")
                // A message waits for HubSpot as long as it must, ever longer between two tries.
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setMaxDeliveryAttempts(-1)
                                .setRedeliveryDelay(FIRST_REDELIVERY_MILLIS)
                                .setRedeliveryMultiplier(2)
                                .setMaxRedeliveryDelay(LAST_REDELIVERY_MILLIS));
        for (String queue : queues) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
        }
        ActiveMQServer server = new ActiveMQServerImpl(configuration);
        server.start();
        return new EmbeddedBroker(server);
    }

    /** Where clients connect. */
    public String url() {
        NettyAcceptor acceptor = (NettyAcceptor) server.getRemotingService().getAcceptor(ACCEPTOR);
        return "tcp://127.0.0.1:" + acceptor.getActualPort();
    }

    /** The queue, to look at from inside. */
    public Queue queue(String name) {
        return server.locateQueue(name);
    }

    /** Waits until every message of a queue is acknowledged. */
    public void awaitEmpty(String name) throws InterruptedException {
        while (queue(name).getMessageCount() > 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not stop", e);
        }
    }
}
