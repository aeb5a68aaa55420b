// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.dsl;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotValidationException;
import io.github.camelhubspot.NotFound;
import io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes with typed endpoints, headers and components against the simulator. */
class RoutesTest extends CamelTestSupport {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    private final HubSpotSimulator simulator = HUBSPOT.simulator();

    @Test
    void aTypedEndpointWritesARecord() {
        Exchange created = send("direct:create", Map.of("name", "Acme", "domain", "acme.example"));

        assertThat(created.getException()).isNull();
        assertThat(simulator.crm().find("companies", "domain", "acme.example")).isPresent();
    }

    @Test
    void typedHeaderNamesAreThoseOfTheComponent() {
        Exchange created = send("direct:create", Map.of("name", "Acme"));
        String id = created.getMessage().getHeader("CamelHubSpotResultId", String.class);

        assertThat(send("direct:nameOf", id).getMessage().getBody()).isEqualTo("Acme");
    }

    @Test
    void aTypedOptionTakesEffect() {
        Exchange read = send("direct:nameOf", "404404");

        assertThat(read.getException()).isNull();
        assertThat(read.getMessage().getBody()).isEqualTo("nobody");
    }

    @Test
    void aTypedOptionOfTheComponentTakesEffect() {
        HubSpotComponent crm = context.getComponent("crm", HubSpotComponent.class);

        assertThat(crm.getConfiguration().getMaxRetries()).isZero();
        assertThat(crm.getConfiguration().getResponseTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aRefusalIsTheComponentsException() {
        assertThat(send("direct:create", Map.of("name", "Acme", "numberofemployees", "many"))
                        .getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("numberofemployees");
    }

    private Exchange send(String uri, Object body) {
        return template.send(uri, exchange -> exchange.getMessage().setBody(body));
    }

    @Override
    protected EndpointRouteBuilder createRouteBuilder() {
        HubspotComponentBuilderFactory.hubspot()
                .baseUrl(simulator.baseUrl())
                .accessToken(simulator.accessToken())
                .maxRetries(0)
                .responseTimeout(Duration.ofSeconds(5))
                .register(context, "crm");
        return new Companies();
    }

    /** As the users of the Endpoint DSL write their routes. */
    private static final class Companies extends EndpointRouteBuilder implements HubSpotBuilders {
        @Override
        public void configure() {
            from(direct("create")).to(hubspot("crm", "objects/companies").operation("create"));

            from(direct("nameOf"))
                    .setHeader(hubspot().hubSpotObjectId(), body())
                    .to(hubspot("crm", "objects/companies")
                            .operation("get")
                            .properties("name")
                            .notFound(NotFound.EMPTY)
                            .advanced()
                            .maxConcurrentCalls(1))
                    .choice()
                    .when(body().isNull())
                    .setBody(constant("nobody"))
                    .otherwise()
                    .setBody(simple("${body[properties][name]}"));
        }
    }
}
