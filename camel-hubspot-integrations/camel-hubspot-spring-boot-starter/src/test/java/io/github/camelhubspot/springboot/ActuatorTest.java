// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import java.util.List;
import java.util.Map;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.HubSpotAuthenticationException;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What Actuator shows of the component, over HTTP, while routes call the simulator. */
@CamelSpringBootTest
@SpringBootTest(
        classes = {Application.class, Companies.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always",
            "camel.health.producers-enabled=true",
            "camel.health.exposure-level=full"
        })
@AutoConfigureObservability(tracing = false)
@ExtendWith(OutputCaptureExtension.class)
class ActuatorTest {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    private final HubSpotSimulator simulator = HUBSPOT.simulator();

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private TestRestTemplate http;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("camel.component.hubspot.base-url", HUBSPOT::baseUrl);
        properties.add("camel.component.hubspot.access-token", () -> HUBSPOT.simulator()
                .accessToken());
    }

    @Test
    void healthFollowsWhatHubSpotAnswers() {
        create("Acme");
        JsonNode up = get("/actuator/health", 200);
        assertThat(check(up).path("producer:hubspot").asText())
                .as(up.toString())
                .isEqualTo("UP");
        assertThat(up.path("status").asText()).isEqualTo("UP");

        simulator.faults().next().answer(401);
        assertThat(failure("Refused")).isInstanceOf(HubSpotAuthenticationException.class);
        JsonNode down = get("/actuator/health", 503);
        assertThat(check(down).path("producer:hubspot").asText()).isEqualTo("DOWN");
        assertThat(check(down).path("producer:hubspot.data").path("problems").asText())
                .isNotEmpty();

        create("Again");
        assertThat(check(get("/actuator/health", 200)).path("producer:hubspot").asText())
                .isEqualTo("UP");
    }

    @Test
    void metersAreInSpringsRegistry() {
        simulator.settings().tenSecondlyLimit(100);
        create("Acme");

        JsonNode names = get("/actuator/metrics", 200).path("names");
        assertThat(names.valueStream().map(JsonNode::asText))
                .contains("camel.hubspot.calls", "camel.hubspot.call.wait", "camel.hubspot.quota.remaining");
        JsonNode calls = get("/actuator/metrics/camel.hubspot.calls?tag=operation:objects.create", 200);
        assertThat(calls.path("measurements").path(0).path("value").asInt()).isPositive();
    }

    @Test
    void noEndpointAndNoLineOfTheLogShowsTheToken(CapturedOutput output) {
        create("Acme");

        assertThat(get("/actuator/env", 200).toString())
                .contains("camel.component.hubspot.access-token")
                .doesNotContain(simulator.accessToken());
        List<String> endpoints = get("/actuator", 200).path("_links").properties().stream()
                .map(link -> link.getValue().path("href").asText())
                .filter(href -> !href.contains("{") && !href.endsWith("heapdump") && !href.endsWith("/actuator"))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(8).anyMatch(href -> href.endsWith("configprops"));
        assertThat(endpoints).allSatisfy(href -> assertThat(http.getForObject(href, String.class))
                .isNotEmpty()
                .doesNotContain(simulator.accessToken()));
        assertThat(output).doesNotContain(simulator.accessToken());
    }

    private void create(String name) {
        template.requestBody("direct:company", Map.of("name", name));
        assertThat(simulator.crm().find("companies", "name", name)).isPresent();
    }

    private Throwable failure(String name) {
        return template.send("direct:company", exchange -> exchange.getMessage().setBody(Map.of("name", name)))
                .getException();
    }

    private JsonNode get(String path, int status) {
        ResponseEntity<JsonNode> answer = http.getForEntity(path, JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(status);
        return answer.getBody();
    }

    private static JsonNode check(JsonNode health) {
        return health.path("components").path("camelHealth").path("details");
    }
}
