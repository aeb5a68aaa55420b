// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An application without the optional libraries works just as well. */
class OptionalLibrariesTest {

    @RegisterExtension
    final HubSpotSimulatorExtension hubspot = new HubSpotSimulatorExtension();

    @Test
    void withoutMicrometerAndCamelHealthABatchGoesThrough() throws Exception {
        URL[] libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("micrometer") && !entry.contains("camel-health"))
                .map(OptionalLibrariesTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader())) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                @SuppressWarnings("unchecked")
                UnaryOperator<String> application =
                        (UnaryOperator<String>) loader.loadClass(Application.class.getName())
                                .getConstructor()
                                .newInstance();

                String result = application.apply(hubspot.simulator().baseUrl());

                assertThat(result).isEqualTo("1");
            } finally {
                thread.setContextClassLoader(before);
            }
            assertThat(hubspot.simulator().crm().records("companies")).hasSize(1);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Creates a company by a batch; loaded without the optional libraries. */
    public static final class Application implements UnaryOperator<String> {

        @Override
        public String apply(String baseUrl) {
            for (String absent : new String[] {
                "io.micrometer.core.instrument.MeterRegistry", "org.apache.camel.impl.health.AbstractHealthCheck"
            }) {
                try {
                    Class.forName(absent);
                    return absent + " is there";
                } catch (ClassNotFoundException e) {
                    // As it should be.
                }
            }
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.start();
                return context.createProducerTemplate()
                                .requestBodyAndHeader(
                                        "hubspot:objects/companies?operation=batchCreate&accessToken=simulator-token&baseUrl="
                                                + baseUrl,
                                        "[{\"name\":\"Acme\"}]",
                                        "none",
                                        "none",
                                        io.github.camelhubspot.batch.BatchResult.class)
                                .succeeded()
                        + "";
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
