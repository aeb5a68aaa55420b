// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/** A program made of what a page prints, with a simulator for HubSpot. */
final class RunningRecipe implements AutoCloseable {

    private final Main main = new Main();
    private final Page page;

    RunningRecipe(Page page, HubSpotSimulator simulator) {
        this.page = page;
        main.setDefaultPropertyPlaceholderLocation("false");
        property("camel.component.hubspot.base-url", simulator.baseUrl());
        property("camel.component.hubspot.requests-per-ten-seconds", "10000");
        property("camel.main.auto-configuration-log-summary", "false");
    }

    /** What the page leaves to its reader: a value of a placeholder, or an option of the component. */
    RunningRecipe property(String name, String value) {
        main.addInitialProperty(name, value);
        return this;
    }

    RunningRecipe bean(String name, Object bean) {
        main.bind(name, bean);
        return this;
    }

    RunningRecipe routes(RoutesBuilder routes) {
        main.configure().addRoutesBuilder(routes);
        return this;
    }

    /** Starts with the properties and the routes in YAML of the page, as they stand there. */
    RunningRecipe start() throws Exception {
        for (String block : page.blocks("properties")) {
            Properties properties = new Properties();
            properties.load(new StringReader(block));
            properties.forEach((name, value) -> property((String) name, (String) value));
        }
        main.configure().withRoutesIncludePattern(String.join(",", yamlFiles()));
        main.start();
        return this;
    }

    /** Starts with the given routes instead of those in YAML. */
    RunningRecipe startInJava(RoutesBuilder routes) throws Exception {
        routes(routes);
        main.configure().withRoutesIncludePattern("false");
        main.start();
        return this;
    }

    private List<String> yamlFiles() throws IOException {
        List<String> files = new ArrayList<>();
        Path folder = Files.createDirectories(Path.of("routes"));
        for (String block : page.blocks("yaml")) {
            Path file = folder.resolve("block-" + files.size() + ".yaml");
            Files.writeString(file, block);
            files.add("file:" + file);
        }
        return files;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint mock(String uri) {
        return context().getEndpoint(uri, MockEndpoint.class);
    }

    /** The exchange after it was sent; its exception, if any, is in it. */
    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return context()
                .createFluentProducerTemplate()
                .to(uri)
                .withProcessor(exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                })
                .send();
    }

    @Override
    public void close() {
        main.stop();
    }
}
