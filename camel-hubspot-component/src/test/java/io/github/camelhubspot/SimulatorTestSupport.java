// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** A Camel context whose {@code hubspot:} component talks to a simulator of its own. */
abstract class SimulatorTestSupport extends CamelTestSupport {

    @RegisterExtension
    final HubSpotSimulatorExtension extension = new HubSpotSimulatorExtension();

    HubSpotSimulator simulator() {
        return extension.simulator();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HubSpotComponent component = new HubSpotComponent();
        component.getConfiguration().setBaseUrl(simulator().baseUrl());
        component.getConfiguration().setAccessToken(simulator().accessToken());
        component.getConfiguration().setRequestsPerTenSeconds(100_000);
        component.getConfiguration().setSearchesPerSecond(10_000);
        configure(component);
        context.addComponent("hubspot", component);
        return context;
    }

    /** For a test that wants another component than the usual one. */
    void configure(HubSpotComponent component) {
        // The usual one.
    }

    /** The exchange after it was sent; its exception, if any, is in it. */
    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    /** The body after a call that must succeed. */
    <T> T request(String uri, Object body, Class<T> type) {
        Exchange exchange = send(uri, body);
        if (exchange.getException() != null) {
            throw new CamelExecutionException("The call failed", exchange, exchange.getException());
        }
        return exchange.getMessage().getBody(type);
    }

    /** Gives companies a unique property of their own. */
    void defineExternalId() {
        simulator()
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
    }

    Accounts accounts() {
        return context.getComponent("hubspot", HubSpotComponent.class).clients().accounts();
    }

    /** The governor of the one account that a test uses; null before its first call. */
    AccountGovernor governor() {
        return accounts().all().stream().findFirst().map(Account::governor).orElse(null);
    }

    List<RecordedCall> calls() {
        return simulator().calls();
    }

    RecordedCall lastCall() {
        return calls().get(calls().size() - 1);
    }
}
