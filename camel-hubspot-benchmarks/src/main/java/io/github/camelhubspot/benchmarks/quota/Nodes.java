// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.quota;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.simulator.HubSpotSimulator;

/** The processes that read from one simulator. */
public final class Nodes implements AutoCloseable {

    private static final List<String> TYPES = List.of("companies", "contacts", "deals", "tickets");
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-Dorg.slf4j.simpleLogger.log.io.github.camelhubspot=info",
            "-Dorg.slf4j.simpleLogger.logFile=System.out",
            "-Dorg.slf4j.simpleLogger.showDateTime=false",
            "-Dorg.slf4j.simpleLogger.showThreadName=false");

    private final List<ChildProcess> nodes = new ArrayList<>();

    /** Starts one more node; each reads records of another type. */
    public ChildProcess start(HubSpotSimulator simulator, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "url=" + simulator.baseUrl(),
                "token=" + simulator.accessToken(),
                "type=" + TYPES.get(nodes.size() % TYPES.size())));
        arguments.addAll(List.of(more));
        ChildProcess node = ChildProcess.start(JVM_OPTIONS, QuotaNode.class, arguments);
        nodes.add(node);
        node.await(QuotaNode.READY, Duration.ofSeconds(60));
        return node;
    }

    /** All nodes. */
    public List<ChildProcess> all() {
        return List.copyOf(nodes);
    }

    @Override
    public void close() {
        nodes.forEach(ChildProcess::close);
    }
}
