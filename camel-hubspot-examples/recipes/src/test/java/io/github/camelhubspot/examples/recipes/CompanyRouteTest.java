// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotMissingScopeException;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** The model of a test of one's own routes, as {@code testing.md} prints it. */
class CompanyRouteTest extends CamelTestSupport {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HubSpotComponent component = context.getComponent("hubspot", HubSpotComponent.class);
        component.getConfiguration().setBaseUrl(HUBSPOT.baseUrl());
        component.getConfiguration().setAccessToken(HUBSPOT.simulator().accessToken());
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new DuplicateRoutes();
    }

    @BeforeEach
    void prepareTheAccount() {
        HUBSPOT.simulator()
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
    }

    @Test
    void aCompanyIsCreated(HubSpotSimulator hubSpot) {
        template.sendBody("direct:leave", Map.of("external_id", "C-1", "name", "Acme"));

        assertThat(hubSpot.crm().find("companies", "external_id", "C-1"))
                .hasValueSatisfying(
                        company -> assertThat(company.property("name")).isEqualTo("Acme"));
    }

    @Test
    void aCompanyThatExistsIsLeftAsItIs(HubSpotSimulator hubSpot) {
        hubSpot.crm().create("companies", Map.of("external_id", "C-1", "name", "Old name"));

        template.sendBody("direct:leave", Map.of("external_id", "C-1", "name", "New name"));

        assertThat(hubSpot.crm().records("companies")).hasSize(1);
        assertThat(hubSpot.crm().find("companies", "name", "Old name")).isPresent();
    }

    @Test
    void aLostAnswerDoesNotDoubleTheCompany(HubSpotSimulator hubSpot) {
        hubSpot.faults().next().afterApplying().dropConnection();

        template.sendBody("direct:leave", Map.of("external_id", "C-1", "name", "Acme"));

        assertThat(hubSpot.crm().records("companies")).hasSize(1);
    }

    @Test
    void aMissingScopeIsNamed(HubSpotSimulator hubSpot) {
        hubSpot.settings().withoutScopes("crm.objects.companies.write");

        Exchange exchange = template.send("direct:leave", in -> in.getMessage().setBody(Map.of("name", "Acme")));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotMissingScopeException.class)
                .hasMessageContaining("crm.objects.companies.write");
    }
}
