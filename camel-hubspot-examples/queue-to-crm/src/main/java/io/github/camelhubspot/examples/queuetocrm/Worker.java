// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.sql.SQLException;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.apache.commons.dbcp2.BasicDataSource;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;

import io.github.camelhubspot.HubSpotComponent;

/** Takes messages from the queue to HubSpot, in this process, until it is closed; any number may work on one queue. */
public final class Worker implements AutoCloseable {

    private static final int CACHED_SESSIONS = 500;

    private final Main main = new Main();
    private final CachingConnectionFactory connections;
    private final BasicDataSource database = new BasicDataSource();

    /**
     * A worker that is not started.
     *
     * @param brokerUrl where the queue is
     * @param databaseUrl where the aggregator keeps its batches; one for each worker
     * @param properties options of Camel and of the routes, such as {@code camel.component.hubspot.base-url}, in place of those
     *     of {@code application.properties}
     */
    public Worker(Way way, String brokerUrl, String databaseUrl, Map<String, String> properties, Tally tally)
            throws Exception {
        connections = new CachingConnectionFactory(Connections.to(brokerUrl));
        connections.setSessionCacheSize(CACHED_SESSIONS);
        JmsTransactionManager transactions = new JmsTransactionManager(connections);
        properties.forEach(main::addOverrideProperty);
        main.configure().setRoutesIncludePattern("classpath:camel/" + way + ".yaml,classpath:camel/progress.yaml");
        main.bind("jms", JmsComponent.jmsComponentTransacted(connections, transactions));
        main.bind("required", policy(transactions, "PROPAGATION_REQUIRED"));
        main.bind("requiresNew", policy(transactions, "PROPAGATION_REQUIRES_NEW"));
        main.bind("reason", new Reason());
        main.bind("tally", tally);
        if (way == Way.AGGREGATE) {
            database.setUrl(databaseUrl);
            main.bind("gathering", new Gathering());
            main.bind("batches", Batches.in(database));
        }
    }

    private static SpringTransactionPolicy policy(JmsTransactionManager transactions, String propagation) {
        SpringTransactionPolicy policy = new SpringTransactionPolicy(transactions);
        policy.setPropagationBehaviorName(propagation);
        return policy;
    }

    /** Puts a bean into the registry; before the start. */
    public void bind(String name, Object bean) {
        main.bind(name, bean);
    }

    /** Starts to take messages. */
    public Worker start() {
        main.start();
        return this;
    }

    /** Takes messages until the process is told to end. */
    public void run() throws Exception {
        main.run();
    }

    /** How many calls to HubSpot have ended. */
    public long calls() {
        CamelContext context = main.getCamelContext();
        HubSpotComponent hubSpot = context.getComponent("hubspot", HubSpotComponent.class);
        return hubSpot.getCalls();
    }

    /** Stops once what is under way has its outcome. */
    @Override
    public void close() {
        main.stop();
        connections.destroy();
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not close", e);
        }
    }
}
