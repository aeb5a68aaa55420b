// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The route in the application as it is deployed, against the simulator: a model for tests of one's own.
 *
 * <p>The simulator starts before the application, which learns its address and token as properties, and is new for each
 * test.
 */
@CamelSpringBootTest
// Apache's HTTP client, which Camel brings, would send again what is answered by 503.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.client.factory=jdk")
class SignUpRouteTest {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @Autowired
    private TestRestTemplate http;

    @Autowired
    CamelContext camel;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("camel.component.hubspot.base-url", HUBSPOT::baseUrl);
        properties.add("camel.component.hubspot.access-token", () -> HUBSPOT.simulator()
                .accessToken());
    }

    @Test
    void aSignUpBecomesAContact(HubSpotSimulator hubSpot) {
        ResponseEntity<JsonNode> answer =
                signUp("{\"email\":\"ada@example.com\",\"firstname\":\"Ada\",\"lastname\":\"Lovelace\"}");

        SimulatedRecord contact =
                hubSpot.crm().find("contacts", "email", "ada@example.com").orElseThrow();
        assertThat(contact.properties()).containsAllEntriesOf(Map.of("firstname", "Ada", "lastname", "Lovelace"));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().path("contact").asText()).isEqualTo(contact.id());
        assertThat(answer.getBody().path("new").asBoolean()).isTrue();
    }

    @Test
    void whoSignsUpAgainIsTheSameContact(HubSpotSimulator hubSpot) {
        signUp("{\"email\":\"ada@example.com\",\"firstname\":\"Ada\",\"lastname\":\"Byron\"}");
        ResponseEntity<JsonNode> answer = signUp("{\"email\":\"ada@example.com\",\"lastname\":\"Lovelace\"}");

        assertThat(answer.getBody().path("new").asBoolean(true)).isFalse();
        assertThat(hubSpot.crm().records("contacts")).singleElement().satisfies(contact -> assertThat(
                        contact.properties())
                .containsAllEntriesOf(Map.of("firstname", "Ada", "lastname", "Lovelace")));
    }

    @Test
    void whatHubSpotRefusesIsToldByProperty(HubSpotSimulator hubSpot) {
        ResponseEntity<JsonNode> answer = signUp("{\"email\":\"nobody at home\"}");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().toString()).isEqualTo("{\"correct\":[\"email\"]}");
        assertThat(hubSpot.crm().records("contacts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"firstname\":\"Ada\"}",
                "{\"email\":\"\"}",
                "{\"email\":\" \"}",
                "null",
                "{\"email\":\"ada@example.com\",\"lifecyclestage\":\"customer\"}",
                "{\"properties\":{\"email\":\"ada@example.com\"}}",
                "[]",
                "{\"email\":"
            })
    void whatIsNoSignUpIsRefusedWithoutACall(String json, HubSpotSimulator hubSpot) {
        ResponseEntity<JsonNode> answer = signUp(json);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("correct").isArray()).isTrue();
        assertThat(hubSpot.calls()).isEmpty();
    }

    @Test
    void aCallThatFailsForAMomentIsRepeated(HubSpotSimulator hubSpot) {
        hubSpot.faults().next().answer(503);

        assertThat(signUp("{\"email\":\"ada@example.com\"}").getStatusCode().value())
                .isEqualTo(200);
        assertThat(hubSpot.calls()).hasSize(2);
    }

    @Test
    void whileHubSpotRefusesTheTokenVisitorsAreToldToTryLaterAndHealthIsDown(HubSpotSimulator hubSpot) {
        hubSpot.faults().next().answer(401);

        assertThat(signUp("{\"email\":\"ada@example.com\"}").getStatusCode().value())
                .isEqualTo(503);
        assertThat(http.getForEntity("/actuator/health", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(503);

        assertThat(signUp("{\"email\":\"ada@example.com\"}").getStatusCode().value())
                .isEqualTo(200);
        assertThat(http.getForEntity("/actuator/health", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void theRouteIsTheOneOfTheProfile() {
        assertThat(camel.getRoutesSize()).isEqualTo(1);
        assertThat(camel.getRegistry().findByType(SignUpRoute.class)).hasSize(1);
    }

    private ResponseEntity<JsonNode> signUp(String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity("/sign-ups", new HttpEntity<>(json, headers), JsonNode.class);
    }
}
