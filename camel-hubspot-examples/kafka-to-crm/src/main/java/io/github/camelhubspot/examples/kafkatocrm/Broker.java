// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** A Kafka of one node, broker and controller, that lives as long as the program. */
final class Broker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String address;

    private Broker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Starts one that keeps its log in a new folder within the given one. */
    static Broker start(Path folder) throws Exception {
        Files.createDirectories(folder);
        String log = Files.createTempDirectory(folder, "kafka").toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(log)
                .addDirectory(log)
                .run();
        String address = freeAddress();
        String controller = freeAddress();
        Map<String, Object> properties = new HashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", NODE);
        properties.put("listeners", "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controller);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("controller.quorum.voters", NODE + "@" + controller);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("log.dirs", log);
        properties.put("auto.create.topics.enable", false);
        // One node holds one copy of all.
        properties.put("offsets.topic.replication.factor", (short) 1);
        properties.put("offsets.topic.num.partitions", 1);
        properties.put("transaction.state.log.replication.factor", (short) 1);
        properties.put("transaction.state.log.min.isr", 1);
        properties.put("group.initial.rebalance.delay.ms", 0);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new Broker(server, address);
    }

    /** Where clients reach it. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
