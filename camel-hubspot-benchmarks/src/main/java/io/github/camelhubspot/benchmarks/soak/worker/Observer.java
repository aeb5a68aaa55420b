// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;

/**
 * Writes down, every few seconds, all that someone from outside can see of the context: JMX, the dev consoles, the URIs of
 * the endpoints. A killed worker leaves what it wrote last.
 */
final class Observer implements AutoCloseable {

    private static final int SECONDS = 3;

    /** Consoles that do something, where the others only show. */
    private static final Set<String> ACTING = Set.of("send", "reload", "gc", "heap-dump", "receive");

    private final CamelContext context;
    private final Path folder;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "observer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * An observer.
     *
     * @param folder where to write; null to write nothing
     */
    Observer(CamelContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    void start() {
        if (folder != null) {
            timer.scheduleWithFixedDelay(this::observe, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (folder != null) {
            observe();
        }
    }

    private void observe() {
        try {
            write("jmx", beans());
            write("console", consoles());
            write("endpoints", endpoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String what, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(what + "-" + ProcessHandle.current().pid() + ".txt"), text);
    }

    private static String beans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder text = new StringBuilder();
        try {
            for (ObjectName name : new TreeSet<>(server.queryNames(new ObjectName("org.apache.camel:*"), null))) {
                text.append(name).append('\n');
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    text.append("  ").append(attribute.getName()).append(" = ");
                    text.append(value(server, name, attribute)).append('\n');
                }
            }
        } catch (JMException e) {
            throw new IllegalStateException("JMX does not work", e);
        }
        return text.toString();
    }

    private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        if (!attribute.isReadable()) {
            return "not readable";
        }
        try {
            Object value = server.getAttribute(name, attribute.getName());
            return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        } catch (JMException | RuntimeMBeanException e) {
            return e.toString();
        }
    }

    private String consoles() {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        StringBuilder text = new StringBuilder();
        consoles.stream().filter(console -> !ACTING.contains(console.getId())).forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    text.append("== ")
                            .append(console.getId())
                            .append(' ')
                            .append(type.name().toLowerCase(Locale.ROOT))
                            .append('\n')
                            .append(console.call(type))
                            .append('\n');
                }
            }
        });
        return text.toString();
    }

    private String endpoints() {
        StringBuilder text = new StringBuilder();
        for (Endpoint endpoint : context.getEndpoints()) {
            text.append(endpoint).append('\n').append(endpoint.getEndpointUri()).append('\n');
            text.append(endpoint.getEndpointKey()).append('\n');
        }
        return text.toString();
    }
}
