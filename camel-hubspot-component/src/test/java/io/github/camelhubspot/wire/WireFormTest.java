// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

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
import org.apache.camel.impl.DefaultCamelContext;
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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Every operation of the catalogue, in every version of the API, sends what HubSpot's documentation says; the expected
 * calls are in {@code wire-forms} and are written by hand, never computed from the catalogue.
 */
class WireFormTest {

    /** While the catalogue lacks operations whose forms are written; to be removed when it has them all. */
    private static final boolean ROWS_ARE_MISSING = true;

    private static final List<String> VERSIONS = List.of("v3", "2026-03", "2026-09");

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    static Stream<Arguments> formsAndVersions() {
        return WireForms.all().stream()
                .flatMap(form -> VERSIONS.stream().map(version -> Arguments.of(version, form)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("formsAndVersions")
    void theCallsAreTheDocumentedOnes(String version, WireForm form) throws Exception {
        assumeTrue(rows().contains(form.row()), "The catalogue has no row for " + form.row() + " yet");
        Placeholders placeholders = new Placeholders(version);
        new Preparation(HUBSPOT.simulator(), placeholders).make(form.given());
        HUBSPOT.simulator().clearCalls();

        WireForm expected = form.in(placeholders);
        Object body = WireForms.MAPPER.convertValue(expected.body(), Object.class);
        try (CamelContext context = context()) {
            Exchange exchange = send(context, expected, version, body);

            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            checkCalls(expected.calls());
            new LeftBody(exchange, body).check(expected.leaves());
        }
    }

    @Test
    void everyRowHasAFormAndEveryFormARow() {
        Set<String> forms = WireForms.all().stream().map(WireForm::row).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows()).as("rows without a form in wire-forms").isSubsetOf(forms);

        forms.removeAll(rows());
        if (ROWS_ARE_MISSING) {
            assertThat(forms).as("no form lacks its row any more: remove ROWS_ARE_MISSING").isNotEmpty();
        } else {
            assertThat(forms).as("forms without a row in the catalogue").isEmpty();
        }
    }

    @Test
    void theFormsAreOfEveryVersion() {
        assertThat(Arrays.stream(ApiVersion.values()).map(ApiVersion::text)).containsExactlyElementsOf(VERSIONS);
    }

    private static CamelContext context() {
        HubSpotComponent component = new HubSpotComponent();
        component.getConfiguration().setBaseUrl(HUBSPOT.baseUrl());
        component.getConfiguration().setAccessToken(HUBSPOT.simulator().accessToken());
        CamelContext context = new DefaultCamelContext();
        context.addComponent("hubspot", component);
        context.start();
        return context;
    }

    private static Exchange send(CamelContext context, WireForm form, String version, Object body) {
        Map<String, Object> headers = new HashMap<>();
        for (Map.Entry<String, JsonNode> header : form.headers().properties()) {
            headers.put(header.getKey(), header.getValue().asText());
        }
        return context.createProducerTemplate().send(form.uri() + "&apiVersion=" + version, exchange -> {
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
