// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotConfiguration;

/** A Camel context whose {@code hubspot:} talks to a {@link WireServer}. */
final class Wired implements AutoCloseable {

    static final String TOKEN = "pat-eu1-5ecre7-0f-7he-5ta7ic-t0ken";

    final WireServer server = new WireServer();
    final CamelContext context;
    final ProducerTemplate template;

    Wired() {
        this(configuration -> configuration.setAccessToken(TOKEN));
    }

    Wired(Consumer<HubSpotConfiguration> credentials) {
        this(new DefaultCamelContext(), credentials);
    }

    Wired(CamelContext context, Consumer<HubSpotConfiguration> credentials) {
        this.context = context;
        HubSpotComponent component = new HubSpotComponent();
        HubSpotConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(server.baseUrl());
        // The quota is not what is tested here, and a call is to fail at once.
        configuration.setRequestsPerTenSeconds(1_000_000);
        configuration.setSearchesPerSecond(100_000);
        configuration.setMaxRetries(0);
        configuration.setResponseTimeout(Duration.ofSeconds(10));
        credentials.accept(configuration);
        context.addComponent("hubspot", component);
        context.start();
        template = context.createProducerTemplate();
    }

    /** The exchange after it was sent; its exception, if any, is in it. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    @Override
    public void close() {
        try {
            template.close();
            context.close();
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
