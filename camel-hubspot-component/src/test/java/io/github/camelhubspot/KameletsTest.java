// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the Kamelets do, from routes in YAML. */
class KameletsTest extends SimulatorTestSupport {

    /** As hard to pass on as a token can be: these characters mean something in URIs, hence RAW below. */
    private static final String TOKEN = "a&b+c%20d";

    @BeforeEach
    void onlyTheKameletsKnowTheToken() {
        simulator().settings().accessToken(TOKEN);
        context.getPropertiesComponent().addOverrideProperty("token", TOKEN);
        defineExternalId();
    }

    @Override
    void configure(HubSpotComponent component) {
        component.getConfiguration().setAccessToken("not the token");
        component.getConfiguration().setMaxConcurrentCalls(1);
    }

    @Test
    void aRecordIsUpserted() throws Exception {
        load("""
                hubspot-objects-sink:
                  objectType: companies
                  operation: upsert
                  idProperty: external_id
                """);

        Exchange first = send("direct:in", "{\"external_id\": \"C-1\", \"name\": \"Acme\"}");
        Exchange second = send("direct:in", Map.of("external_id", "C-1", "name", "Acme Ltd"));

        assertThat(first.getException()).isNull();
        assertThat(second.getException()).isNull();
        assertThat(simulator().crm().records("companies"))
                .singleElement()
                .satisfies(company -> assertThat(company.property("name")).isEqualTo("Acme Ltd"));
        assertThat(lastCall().header("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void recordsOfSeveralMessagesShareACallWhereThatIsAskedFor() throws Exception {
        load("""
                hubspot-objects-sink:
                  objectType: companies
                  operation: create
                  microBatch: true
                """);
        List<CompletableFuture<Object>> sent = Stream.of("One", "Two")
                .map(name -> template.asyncRequestBody("direct:in", (Object) Map.of("name", name)))
                .toList();

        for (CompletableFuture<Object> one : sent) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isNotNull();
        }

        assertThat(simulator().crm().records("companies")).hasSize(2);
        assertThat(calls()).allMatch(call -> call.path().endsWith("/batch/create"));
    }

    @Test
    void recordsThatAreRefusedGoToTheirEndpointAndTheOthersAreWritten() throws Exception {
        load("""
                hubspot-objects-sink:
                  objectType: companies
                  operation: batchCreate
                  idProperty: external_id
                  onConflict: skip
                  rejectedUri: mock:rejected
                """);
        MockEndpoint rejected = getMockEndpoint("mock:rejected");
        rejected.expectedMessageCount(1);

        Exchange exchange = send("direct:in", """
                {"external_id": "C-1", "name": "Acme"}
                {"external_id": "C-2", "numberofemployees": "many"}
                """);

        rejected.assertIsSatisfied();
        assertThat(rejected.getExchanges().get(0).getMessage().getHeader(HubSpotConstants.ERROR_PROPERTIES))
                .isEqualTo("numberofemployees");
        assertThat(exchange.getMessage().getBody(BatchResult.class).count(OutcomeStatus.CREATED))
                .isEqualTo(1);
    }

    @Test
    void anOptionThatTheOperationDoesNotUseIsRefusedWhenTheRouteStarts() {
        assertThatThrownBy(() -> load("""
                hubspot-objects-sink:
                  objectType: companies
                  operation: update
                  onConflict: skip
                """))
                .hasStackTraceContaining("The option onConflict is not used by hubspot:objects?operation=update");
    }

    @Test
    void theComponentsTokenIsTakenWhereTheKameletHasNone() throws Exception {
        context.getComponent("hubspot", HubSpotComponent.class)
                .getConfiguration()
                .setAccessToken(TOKEN);
        loadRoute("""
                    uri: kamelet:hubspot-objects-sink
                    parameters:
                      objectType: companies
                      operation: create
                """);

        assertThat(send("direct:in", Map.of("name", "Acme")).getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void linksAreMadeByLabel() throws Exception {
        simulator().crm().defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported");
        String ticket =
                simulator().crm().create("tickets", Map.of("subject", "A")).id();
        String company =
                simulator().crm().create("companies", Map.of("name", "A")).id();
        load("""
                hubspot-associations-sink:
                  objectType: tickets
                  toObjectType: companies
                  operation: batchPut
                  associationLabel: Reported by
                """);

        Exchange exchange = send("direct:in", List.of(Map.of("objectId", ticket, "toObjectId", company)));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().links("tickets", ticket, "companies"))
                .singleElement()
                .satisfies(link -> assertThat(link.labels()).contains("Reported by"));
    }

    @Test
    void aLinkByTypeIdToARecordThatDoesNotExistFails() throws Exception {
        String ticket =
                simulator().crm().create("tickets", Map.of("subject", "A")).id();
        load("""
                hubspot-associations-sink:
                  objectType: tickets
                  toObjectType: companies
                  operation: put
                  associationTypeId: 339
                  associationCategory: HUBSPOT_DEFINED
                """);

        Exchange exchange = send(
                "direct:in", null, Map.of(HubSpotConstants.OBJECT_ID, ticket, HubSpotConstants.TO_OBJECT_ID, "404404"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotException.class);
        assertThat(simulator().crm().links("tickets", ticket, "companies")).isEmpty();
    }

    @Test
    void aRecordIsReadByAUniqueValueFromAHeader() throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "C-1", "name", "Acme"));
        load("""
                hubspot-object-action:
                  objectType: companies
                  objectId: ${header.customer}
                  idProperty: external_id
                  properties: name,external_id
                """);

        Exchange exchange = send("direct:in", "an order", Map.of("customer", "C-1"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Map.class).get("properties"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "Acme");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("customer", "C-1")
                .doesNotContainKey(HubSpotConstants.OBJECT_ID);
    }

    @Test
    void aRecordThatIsNotThereFailsOrLeavesAnEmptyBody() throws Exception {
        load("""
                hubspot-object-action:
                  objectType: companies
                """);
        loadRoute("""
                    uri: kamelet:hubspot-object-action
                    parameters:
                      accessToken: "RAW({{token}})"
                      objectType: companies
                      objectId: "404404"
                      notFound: empty
                """, "direct:empty");

        assertThat(send("direct:in", "body", Map.of(HubSpotConstants.OBJECT_ID, "404404"))
                        .getException())
                .isInstanceOf(HubSpotNotFoundException.class);
        Exchange empty = send("direct:empty", "body");
        assertThat(empty.getException()).isNull();
        assertThat(empty.getMessage().getBody()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", " \t\n"})
    void aMessageWithoutAnIdDoesNotLendItsBodyForOne(String id) throws Exception {
        load("""
                hubspot-object-action:
                  objectType: companies
                """);
        Map<String, Object> headers = id == null ? Map.of() : Map.of(HubSpotConstants.OBJECT_ID, id);

        assertThat(send("direct:in", "12345", headers).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectId");
        assertThat(calls()).isEmpty();
    }

    /** A route from {@code direct:in} to a Kamelet with its token; the text is its name with the other properties below. */
    private void load(String kamelet) throws Exception {
        String[] lines = kamelet.split("\n", 2);
        loadRoute("    uri: kamelet:" + lines[0].replace(":", "")
                + "\n    parameters:\n      accessToken: \"RAW({{token}})\"\n" + lines[1].indent(4));
    }

    private void loadRoute(String to) throws Exception {
        loadRoute(to, "direct:in");
    }

    private void loadRoute(String to, String from) throws Exception {
        String yaml = "- route:\n    from:\n      uri: " + from + "\n      steps:\n        - to:\n" + to.indent(8);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(from.replace(':', '-') + ".yaml", yaml));
    }
}
