// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A Camel context whose {@code hubspot:} talks to a recording server, or, where the test asks for it, to a simulator. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class SeedTestSupport extends CamelTestSupport {

    /** With every character that a bearer token may have beside letters and digits. */
    static final String TOKEN = "pat-eu1-0123.4567_89~ab+cd/ef==";

    @RegisterExtension
    final RecordingServer server = new RecordingServer();

    @RegisterExtension
    final HubSpotSimulatorExtension extension = new HubSpotSimulatorExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        connect(context, server.baseUrl(), TOKEN);
        return context;
    }

    /** From here on the component's endpoints talk to the simulator. */
    HubSpotSimulator useSimulator() {
        HubSpotSimulator simulator = extension.simulator();
        connect(context, simulator.baseUrl(), simulator.accessToken());
        return simulator;
    }

    private static void connect(CamelContext context, String baseUrl, String token) {
        HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setAccessToken(token);
    }

    /** The only call that the simulator got. */
    ReceivedRequest onlySimulatorRequest() {
        List<ReceivedRequest> calls =
                extension.simulator().calls().stream().map(ReceivedRequest::of).toList();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    void route(RoutesBuilder route) throws Exception {
        context.addRoutes(route);
    }

    /** The route from {@code direct:in} to the given endpoint. */
    void routeTo(String uri) throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
    }

    void yamlRoute(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("seed.yaml", yaml));
    }

    /** The exchange after it was sent; its exception, if any, is in it. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, ExchangePattern.InOut, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** The exchange after a call that must succeed. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = send(uri, body, headers);
        assertThat(exchange.getException()).as("exception of %s", uri).isNull();
        return exchange;
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    /**
     * The call fails with a message that has each of the texts in it, and nothing is sent; what cannot work at all may be
     * refused when the endpoint is made.
     */
    void assertRefusedBeforeTheCall(String uri, Object body, Map<String, Object> headers, String... named) {
        Throwable refusal = refusal(uri, body, headers);
        assertThat(server.requests())
                .as("requests of %s with %s, %s", uri, body, headers)
                .isEmpty();
        assertThat(refusal)
                .as("exception of %s with %s, %s", uri, body, headers)
                .isNotNull();
        assertThat(refusal.getMessage())
                .as("refusal of %s with %s, %s", uri, body, headers)
                .isNotBlank()
                .satisfies(message ->
                        assertThat(named).allSatisfy(name -> assertThat(message).contains(name)));
    }

    /** What the component threw; what Camel wraps around it repeats the whole URI and would hide a bare message. */
    private Throwable refusal(String uri, Object body, Map<String, Object> headers) {
        Throwable refusal;
        try {
            refusal = send(uri, body, headers).getException();
        } catch (RuntimeCamelException e) {
            refusal = e;
        }
        while (refusal != null
                && refusal.getCause() != null
                && refusal.getClass().getPackageName().startsWith("org.apache.camel")) {
            refusal = refusal.getCause();
        }
        return refusal;
    }
}
