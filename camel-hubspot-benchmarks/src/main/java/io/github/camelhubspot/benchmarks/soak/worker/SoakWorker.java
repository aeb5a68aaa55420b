// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.apache.commons.dbcp2.BasicDataSource;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;

import io.github.camelhubspot.benchmarks.process.Lines;

/**
 * The worker: runs the routes until its standard input ends.
 *
 * <p>Its argument is a file of properties: those of Camel's own names, which Camel Main reads, and those of
 * {@link WorkerProperties}.
 */
public final class SoakWorker {

    private SoakWorker() {}

    /** Starts the routes, says so, and stops them in good order when the input ends. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        WorkerProperties properties = read(file);
        CachingConnectionFactory connections =
                new CachingConnectionFactory(new ActiveMQConnectionFactory(properties.brokerUrl()));
        connections.setSessionCacheSize(2 * properties.consumers());
        JmsTransactionManager transactions = new JmsTransactionManager(connections);
        SpringTransactionPolicy required = new SpringTransactionPolicy();
        required.setTransactionManager(transactions);
        BasicDataSource database = new BasicDataSource();
        database.setUrl(properties.databaseUrl());
        database.setUsername(properties.databaseUser());

        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + file.toAbsolutePath());
        // A reference to a bean, since Camel Main logs the properties themselves, the token with them, at DEBUG.
        main.bind("hubSpotToken", Files.readString(properties.tokenFile()));
        main.bind("jms", JmsComponent.jmsComponentTransacted(connections, transactions));
        main.bind("required", required);
        main.bind("dataSource", database);
        // Not those of the example that another benchmark measures.
        main.configure().setRoutesIncludePattern("false");
        main.configure().addRoutesBuilder(new QueueRoutes(properties.consumers()));
        main.configure().addRoutesBuilder(new TableRoutes(properties.rowsPerPoll()));
        main.start();
        Observer observer = new Observer(main.getCamelContext(), properties.observations());
        try {
            observer.start();
            System.out.println(Lines.READY);
            waitForEndOfInput();
        } finally {
            observer.close();
            main.stop();
            connections.destroy();
            database.close();
        }
    }

    private static WorkerProperties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return WorkerProperties.of(properties);
    }

    private static void waitForEndOfInput() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (input.readLine() != null) {
            // Nothing is said to a worker.
        }
    }
}
