// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.github.camelhubspot.benchmarks.soak.worker.SoakWorker;
import io.github.camelhubspot.benchmarks.soak.worker.WorkerProperties;

/** A worker in a process of its own. */
final class WorkerProcess implements AutoCloseable {

    /** How long a worker waits for HubSpot's answer. */
    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final ChildProcess process;

    private WorkerProcess(ChildProcess process) {
        this.process = process;
    }

    /** Starts a worker and waits until its routes run. */
    static WorkerProcess start(SoakSettings settings, String hubSpotUrl, String brokerUrl, Database database)
            throws IOException, InterruptedException {
        Path folder = settings.folder();
        Properties properties = new Properties();
        Path token = Files.writeString(folder.resolve("token"), Soak.ACCESS_TOKEN);
        new WorkerProperties(
                        token,
                        brokerUrl,
                        database.url(),
                        database.user(),
                        settings.consumers(),
                        settings.rowsPerPoll(),
                        settings.trace() ? observations(folder) : null)
                .addTo(properties);
        addCamelProperties(properties, settings, hubSpotUrl);
        Path file = folder.resolve("worker.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        ChildProcess process = ChildProcess.start(jvmOptions(settings), SoakWorker.class, List.of(file.toString()));
        try {
            process.await(Lines.READY, START_LIMIT);
            return new WorkerProcess(process);
        } catch (RuntimeException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    /** Where workers write what they log and show of themselves. */
    static Path observations(Path folder) {
        return folder.resolve("observations");
    }

    private static void addCamelProperties(Properties properties, SoakSettings settings, String hubSpotUrl) {
        properties.setProperty("camel.component.hubspot.access-token", "#bean:hubSpotToken");
        properties.setProperty("camel.component.hubspot.base-url", hubSpotUrl);
        // The faults set the length of the soak, not the governor.
        properties.setProperty("camel.component.hubspot.requests-per-ten-seconds", "1000000");
        properties.setProperty("camel.component.hubspot.response-timeout", Long.toString(RESPONSE_TIMEOUT.toMillis()));
        // Few, so that the soak sees many calls fail for good.
        properties.setProperty("camel.component.hubspot.max-retries", "2");
        properties.setProperty("camel.main.name", "soak");
        if (settings.trace()) {
            properties.setProperty("camel.main.tracing", "true");
            properties.setProperty("camel.trace.enabled", "true");
            properties.setProperty("camel.main.dev-console-enabled", "true");
        }
    }

    private static List<String> jvmOptions(SoakSettings settings) throws IOException {
        String level = settings.trace() ? "trace" : "info";
        Path logs = Files.createDirectories(observations(settings.folder()));
        return List.of(
                "-Xmx512m",
                "-Duser.timezone=Pacific/Chatham",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dorg.slf4j.simpleLogger.logFile=" + logs.resolve("worker-" + System.nanoTime() + ".log"),
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.log.io.github.camelhubspot=" + level,
                "-Dorg.slf4j.simpleLogger.log.org.apache.camel=" + level,
                // HttpClient's wire log shows what is on the wire, the token with it.
                "-Dorg.slf4j.simpleLogger.log.org.apache.hc=info");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the worker as {@code kill -9} does, and gives its exit status. */
    int kill() throws InterruptedException {
        return process.kill();
    }

    /** Lets the worker stop by itself. */
    void stop() throws InterruptedException {
        process.endInput();
        int status = process.exitStatus(STOP_LIMIT);
        if (status != 0) {
            throw new IllegalStateException("The worker ended with status " + status);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
