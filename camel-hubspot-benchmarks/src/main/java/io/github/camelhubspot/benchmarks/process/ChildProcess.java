// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class with this JVM's class path, bounded in time, and ended at the latest by close. */
public final class ChildProcess implements AutoCloseable {

    private static final String ENDED = "the output ended";

    private final Process process;
    private final Writer input;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ChildProcess(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readLines, "output-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a main class in a JVM with these options. */
    public static ChildProcess start(List<String> jvmOptions, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // By the environment, since a class path can be longer than a command line may be.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new ChildProcess(builder.start());
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process was ended; what it said before counts.
        }
        lines.add(ENDED);
    }

    /**
     * The rest of the next line that begins so; other lines are passed on to this process's error output.
     *
     * @throws IllegalStateException where the process ends, or the time is over, before there is one
     */
    public String await(String prefix, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line == ENDED) {
                throw new IllegalStateException("The process " + process.pid() + " did not say '" + prefix.trim()
                        + (line == null ? "' within " + limit : "' before it ended"));
            }
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
            System.err.println(line);
        }
    }

    /** Says a line to the process. */
    public void say(String line) {
        try {
            input.write(line + '\n');
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The process " + process.pid() + " has ended", e);
        }
    }

    /** The exit status, once the process has ended by itself. */
    public int exitStatus(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The process " + process.pid() + " did not end within " + limit);
        }
        return process.exitValue();
    }

    /** The process id, for tools that look at a running process. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process: the end of its input asks it to, and ten seconds later it is made to. */
    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
