// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.net.URI;
import java.net.http.HttpResponse;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;

/** The service, with its route in YAML. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class OrdersTest {

    HubSpotSimulator hubSpot;

    private static final String ORDER = """
            {"number": "%s", "customer": "%s", "company": "Acme", "total": 1250.50, "stage": "%s", "day": "2026-11-20"}""";

    @Inject
    CamelContext context;

    @TestHTTPResource("/orders")
    URI orders;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(orders);
        // One simulator serves all tests, whose orders are told apart by their numbers.
        hubSpot.faults().clear();
    }

    String route() {
        return "orderByYaml";
    }

    @Test
    void theRouteIsInTheFormThatWasChosen() {
        assertThat(context.getRoutes()).extracting(Route::getId).containsExactlyInAnyOrder(route(), "setUp");
    }

    @Test
    void anOrderBecomesADealOfItsCompany() throws Exception {
        HttpResponse<String> answer = shop.send(ORDER.formatted("A-1", "C-1", "closedwon"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SimulatedRecord deal = deal("A-1");
        assertThat(deal.properties())
                .containsEntry("dealname", "Order A-1")
                .containsEntry("amount", "1250.50")
                .containsEntry("dealstage", "closedwon");
        SimulatedRecord company = company("C-1");
        assertThat(company.property("name")).isEqualTo("Acme");
        assertThat(hubSpot.crm().links("deals", deal.id(), "companies"))
                .extracting(Link::toObjectId)
                .containsExactly(company.id());
        JsonNode receipt = new ObjectMapper().readTree(answer.body());
        assertThat(receipt.get("deal").asText()).isEqualTo(deal.id());
        assertThat(receipt.get("company").asText()).isEqualTo(company.id());
    }

    @Test
    void anOrderThatIsSentAgainChangesItsDeal() throws Exception {
        shop.send(ORDER.formatted("A-2", "C-2", "contractsent"));
        String first = deal("A-2").id();

        shop.send(ORDER.formatted("A-2", "C-2", "closedwon"));

        assertThat(deal("A-2").id()).isEqualTo(first);
        assertThat(deal("A-2").property("dealstage")).isEqualTo("closedwon");
        assertThat(hubSpot.crm().links("deals", first, "companies")).hasSize(1);
    }

    @Test
    void anOrderThatHubSpotRefusesIsNamedWithTheReason() throws Exception {
        HttpResponse<String> answer = shop.send(ORDER.formatted("A-3", "C-3", "paid-in-shells"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("A-3", "dealstage");
        assertThat(hubSpot.crm().find("deals", "order_number", "A-3")).isEmpty();
    }

    @Test
    void aTokenThatIsRefusedIsNoFaultOfTheOrder() throws Exception {
        hubSpot.faults().next().matching("POST", "/crm/v3/objects/companies/*").answer(401);

        HttpResponse<String> answer = shop.send(ORDER.formatted("A-4", "C-4", "closedwon"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    }

    @Test
    void anOrderWithoutItsNumberIsNoOrder() throws Exception {
        assertThat(shop.send("{\"customer\": \"C-5\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsRefusedBeforeACallIsTheOrdersFaultToo() throws Exception {
        int calls = hubSpot.calls().size();

        HttpResponse<String> answer = shop.send(ORDER.formatted("A-6", " ", "closedwon"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("A-6", "customer_number");
        assertThat(hubSpot.calls()).hasSize(calls);
    }

    @Test
    void nothingIsNoOrder() throws Exception {
        assertThat(shop.send("null").statusCode()).isEqualTo(400);
    }

    private SimulatedRecord deal(String number) {
        return hubSpot.crm().find("deals", "order_number", number).orElseThrow();
    }

    private SimulatedRecord company(String number) {
        return hubSpot.crm().find("companies", "customer_number", number).orElseThrow();
    }
}
