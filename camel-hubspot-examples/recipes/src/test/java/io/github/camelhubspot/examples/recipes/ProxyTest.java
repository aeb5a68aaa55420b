// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.HubSpotException;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code proxy-and-tls.md}, through a forward proxy and to a TLS gateway with a certificate that nobody knows. */
class ProxyTest extends RecipeTest {

    private static final Map<String, String> COMPANY = Map.of("name", "Acme");

    @Test
    void aCallGoesThroughTheProxy() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(URI.create(simulator().baseUrl()));
                Gateway gateway = new Gateway(URI.create(simulator().baseUrl()))) {
            RunningRecipe recipe = start(proxy.port(), simulator().baseUrl());

            assertThat(recipe.send("direct:via-proxy", COMPANY).getException()).isNull();

            assertThat(gateway.url()).startsWith("https:");
            assertThat(proxy.requests()).isEqualTo(1);
            assertThat(simulator().crm().records("companies")).hasSize(1);
        }
    }

    @Test
    void aGatewayWithItsOwnCertificateIsTrusted() throws Exception {
        try (Gateway gateway = new Gateway(URI.create(simulator().baseUrl()))) {
            RunningRecipe recipe = start(1, gateway.url());

            assertThat(recipe.send("direct:via-gateway", COMPANY).getException())
                    .isNull();

            assertThat(gateway.requests()).isEqualTo(1);
            assertThat(simulator().crm().records("companies")).hasSize(1);
        }
    }

    @Test
    void aTunnelThroughTheProxyEndsAtTheGateway() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(URI.create(simulator().baseUrl()));
                Gateway gateway = new Gateway(URI.create(simulator().baseUrl()))) {
            RunningRecipe recipe = start(proxy.port(), gateway.url());

            assertThat(recipe.send("direct:via-inspecting-proxy", COMPANY).getException())
                    .isNull();

            assertThat(proxy.tunnels()).isEqualTo(1);
            assertThat(gateway.requests()).isEqualTo(1);
            assertThat(simulator().crm().records("companies")).hasSize(1);
        }
    }

    @Test
    void aCertificateThatIsNotTrustedMeansThatNothingWasSent() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(URI.create(simulator().baseUrl()));
                Gateway gateway = new Gateway(URI.create(simulator().baseUrl()))) {
            RunningRecipe recipe = start(proxy.port(), gateway.url());

            Exchange exchange = recipe.send("direct:via-proxy", COMPANY);

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(HubSpotException.class)
                    .hasStackTraceContaining("SSLHandshakeException");
            assertThat(gateway.requests()).isZero();
        }
    }

    private RunningRecipe start(int proxyPort, String baseUrl) throws Exception {
        return recipe("how-to/proxy-and-tls.md")
                .property("proxy.host", "127.0.0.1")
                .property("proxy.port", String.valueOf(proxyPort))
                .property("truststore.password", Gateway.PASSWORD)
                .property("camel.component.hubspot.base-url", baseUrl)
                .property("camel.component.hubspot.max-retries", "1")
                .start();
    }

    /** Ends a process that may not hang. */
    static void awaitSuccess(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
