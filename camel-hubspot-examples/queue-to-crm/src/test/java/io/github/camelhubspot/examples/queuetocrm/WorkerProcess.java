// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A worker in a JVM of its own, that can be killed. */
final class WorkerProcess implements AutoCloseable {

    private static final String QUOTA = "quotaUrl";

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /** Starts a worker; with the URL of a database it shares its quota. */
    static WorkerProcess start(
            Way way, String brokerUrl, String databaseUrl, Map<String, String> options, String quotaUrl)
            throws IOException {
        Map<String, String> all = new HashMap<>(options);
        if (quotaUrl != null) {
            all.put(QUOTA, quotaUrl);
        }
        String text = all.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("\n"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.jboss.logging.provider=slf4j",
                WorkerProcess.class.getName(),
                way.toString(),
                brokerUrl,
                databaseUrl,
                text);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        File log = File.createTempFile("worker-", ".log", new File("target"));
        return new WorkerProcess(
                builder.redirectErrorStream(true).redirectOutput(log).start());
    }

    /** The worker's program: works until it is killed. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String line : List.of(arguments[3].split("\n"))) {
            options.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        String quota = options.remove(QUOTA);
        try (Worker worker = new Worker(Way.of(arguments[0]), arguments[1], arguments[2], options, new Tally())) {
            if (quota != null) {
                worker.bind("quota", SharedQuota.in(quota));
            }
            worker.run();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
