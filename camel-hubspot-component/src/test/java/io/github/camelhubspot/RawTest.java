// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Any path of the API, with the same tokens, retries and errors as every other call. */
class RawTest extends SimulatorTestSupport {

    @Test
    void anyPathIsReadWithItsQuery() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        Map<?, ?> answer = request(
                "hubspot:raw?method=GET&path=RAW(/crm/v3/objects/companies/" + id + "?properties=name&archived=false)",
                "whatever an earlier step left",
                Map.class);

        assertThat(answer.get("id")).isEqualTo(id);
        assertThat(lastCall().query()).isEqualTo("properties=name&archived=false");
        assertThat(lastCall().body()).isEmpty();
    }

    @Test
    void aBodyIsSentAsItIs() {
        Exchange created = send(
                "hubspot:raw?method=POST&path=/crm/v3/objects/companies",
                Map.of("properties", Map.of("name", "Acme", "numberofemployees", 12)));

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(HubSpotConstants.STATUS_CODE)).isEqualTo(201);
        assertThat(lastCall()
                        .bodyJson()
                        .path("properties")
                        .path("numberofemployees")
                        .isInt())
                .isTrue();
    }

    @Test
    void anAnswerWithoutContentLeavesTheBody() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        Exchange removed = send("hubspot:raw?method=DELETE&path=/crm/v3/objects/companies/" + id, "kept");

        assertThat(removed.getException()).isNull();
        assertThat(removed.getMessage().getBody()).isEqualTo("kept");
        assertThat(simulator().crm().records("companies")).isEmpty();
    }

    @Test
    void aPostWhoseAnswerWasLostIsNotRepeatedAndOtherMethodsAre() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        Map<String, Object> body = Map.of("properties", Map.of("name", "Beta"));
        simulator().faults().next().afterApplying().dropConnection();

        assertThat(send("hubspot:raw?method=POST&path=/crm/v3/objects/companies", body)
                        .getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(calls()).hasSize(1);

        simulator().faults().next().answer(503);
        assertThat(send("hubspot:raw?method=PATCH&path=/crm/v3/objects/companies/" + id, body)
                        .getException())
                .isNull();
        assertThat(calls()).hasSize(3);
    }

    @Test
    void aRefusalIsAnExceptionOfItsKind() {
        assertThat(send("hubspot:raw?method=GET&path=/crm/v3/objects/companies/4711", null)
                        .getException())
                .isInstanceOf(HubSpotNotFoundException.class)
                .hasMessageContaining("hubspot:raw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm/v3/objects/companies",
                "//evil.example/crm",
                "https://evil.example/crm",
                "/crm/../oauth",
                "/crm/%2e%2e/oauth",
                "/crm/%252e%252e/oauth",
                "/crm/..%2Foauth",
                "/crm/./v3",
                "/crm/v3 objects",
                "/crm/v3/obj%zzects",
                "/crm/v3#fragment",
                "/crm\\..\\oauth",
            })
    void aPathThatLeavesItsPlaceIsRefusedAtStart(String path) {
        assertStartFails("hubspot:raw?method=GET&path=RAW(" + path + ")", "path");
        assertThat(calls()).isEmpty();
    }

    @Test
    void methodAndPathAreNeeded() {
        assertStartFails("hubspot:raw?path=/crm/v3/owners", "method");
        assertStartFails("hubspot:raw?method=GET", "path");
        assertStartFails("hubspot:raw?operation=get&path=/crm/v3/owners", "set method and path");
        assertStartFails("hubspot:raw?method=TRACE&path=/crm/v3/owners", "GET, POST, PUT, PATCH, DELETE");
    }

    @Test
    void bodiesThatAreNoJsonAreRefusedBeforeTheCall() {
        assertThat(send("hubspot:raw?method=POST&path=/crm/v3/objects/companies", "{broken")
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JSON");
        assertThat(List.copyOf(calls())).isEmpty();
    }

    private void assertStartFails(String uri, String named) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to(uri);
                    }
                }))
                .hasStackTraceContaining(named);
    }
}
