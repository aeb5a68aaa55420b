// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the catalogue, in every version of the API, sends what HubSpot's documentation says; the expected
 * calls are in {@code wire-forms} and are written by hand, never computed from the catalogue.
 */
class WireFormTest {

    private static final List<String> VERSIONS = List.of("v3", "2026-03", "2026-09");

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    /** The usage is told of accounts with a daily limit only, and an import that is cancelled must still be running. */
    @BeforeEach
    void openAnAccount() {
        HUBSPOT.simulator().settings().dailyLimit(250_000).importDuration(Duration.ofMinutes(1));
    }

    static Stream<Arguments> formsAndVersions() {
        return WireForms.all().stream().flatMap(form -> VERSIONS.stream().map(version -> Arguments.of(version, form)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("formsAndVersions")
    void theCallsAreTheDocumentedOnes(String version, WireForm form) throws Exception {
        Placeholders placeholders = new Placeholders(version);
        new Preparation(HUBSPOT.simulator(), placeholders).make(form.given());
        HUBSPOT.simulator().clearCalls();

        WireForm expected = form.in(placeholders);
        Object body = WireForms.MAPPER.convertValue(expected.body(), Object.class);
        CamelContext context = context(expected.uri() + "&apiVersion=" + version);
        try {
            Exchange exchange = send(context, expected, body);

            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            // First the body, since its later pages are only read now.
            new LeftBody(exchange, body).check(expected.leaves());
            checkCalls(expected.calls());
        } finally {
            context.stop();
        }
    }

    @Test
    void everyRowHasAFormAndEveryFormARow() {
        Set<String> forms = WireForms.all().stream().map(WireForm::row).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows()).containsExactlyInAnyOrderElementsOf(forms);
    }

    @Test
    void theFormsAreOfEveryVersion() {
        assertThat(Arrays.stream(ApiVersion.values()).map(ApiVersion::text)).containsExactlyElementsOf(VERSIONS);
    }

    private static CamelContext context(String uri) throws Exception {
        HubSpotComponent component = new HubSpotComponent();
        component.getConfiguration().setBaseUrl(HUBSPOT.baseUrl());
        component.getConfiguration().setAccessToken(HUBSPOT.simulator().accessToken());
        CamelContext context = new DefaultCamelContext();
        context.addComponent("hubspot", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:message").to(uri).process(WireFormTest::readContent);
            }
        });
        context.start();
        return context;
    }

    /** A content can be read as long as the exchange lasts. */
    private static void readContent(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof InputStream) {
            exchange.getMessage().setBody(exchange.getMessage().getBody(String.class));
        }
    }

    private static Exchange send(CamelContext context, WireForm form, Object body) {
        Map<String, Object> headers = new HashMap<>();
        for (Map.Entry<String, JsonNode> header : form.headers().properties()) {
            headers.put(header.getKey(), header.getValue().asText());
        }
        return context.createProducerTemplate().send("direct:message", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    private static void checkCalls(List<JsonNode> expected) {
        List<RecordedCall> sent = HUBSPOT.simulator().calls();
        assertThat(sent).as("calls").hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            new SentCall(sent.get(i), expected.get(i)).check(HUBSPOT.simulator().accessToken());
        }
    }

    private static Set<String> rows() {
        return OperationCatalogue.rows()
                .map(row -> row.resource() + " " + row.name())
                .collect(Collectors.toSet());
    }
}
