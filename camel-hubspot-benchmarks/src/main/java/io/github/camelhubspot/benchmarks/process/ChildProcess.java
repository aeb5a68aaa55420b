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
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs a main class with this JVM's class path, bounded in time, and ended at the latest by close. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Writer input;

    /** What the process said; an empty one at its end. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

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
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // The process was ended; what it said before counts.
        }
        lines.add(Optional.empty());
    }

    /**
     * The rest of the next line that begins so; other lines are passed on to this process's error output.
     *
     * @throws IllegalStateException where the process ends, or the time is over, before there is one
     */
    public String await(String prefix, Duration limit) throws InterruptedException {
        return find(prefix, limit)
                .orElseThrow(() -> new IllegalStateException(
                        "The process " + process.pid() + " ended before it said '" + prefix.trim() + "'"));
    }

    /**
     * The same; nothing where the process ends before.
     *
     * @throws IllegalStateException where the time is over before there is one
     */
    public Optional<String> find(String prefix, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<String> line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IllegalStateException(
                        "The process " + process.pid() + " did not say '" + prefix.trim() + "' within " + limit);
            }
            if (line.isEmpty()) {
                return line;
            }
            if (line.get().startsWith(prefix)) {
                return Optional.of(line.get().substring(prefix.length()));
            }
            System.err.println(line.get());
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

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as {@code kill -9} does, and gives its exit status. */
    public int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** Ends the input of the process, which asks it to end by itself. */
    public void endInput() {
        try {
            input.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** Ends the process: the end of its input asks it to, and ten seconds later it is made to. */
    @Override
    public void close() {
        endInput();
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
