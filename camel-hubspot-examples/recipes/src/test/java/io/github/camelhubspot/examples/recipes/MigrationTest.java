// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages for those who come from elsewhere print as its replacement. */
class MigrationTest extends RecipeTest {

    @Test
    void fromCamelHttp() throws Exception {
        RunningRecipe recipe = recipe("migrate-from-camel-http.md")
                .routes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:company").to("mock:company");
                        from("direct:rejected").to("mock:rejected");
                    }
                })
                .start();
        IntStream.range(0, 150).forEach(i -> create("companies", "old-" + i));
        MockEndpoint company = recipe.mock("mock:company");
        company.expectedMessageCount(151);
        MockEndpoint rejected = recipe.mock("mock:rejected");
        rejected.expectedMessageCount(1);

        assertThat(recipe.send("direct:create", Map.of("external_id", "new", "name", "Acme"))
                        .getException())
                .isNull();
        assertThat(recipe.send("direct:all", null).getException()).isNull();
        BatchResult many = body(
                recipe.send(
                        "direct:many",
                        List.of(
                                Map.of("external_id", "new", "name", "Acme Ltd"),
                                Map.of("external_id", "bad", "numberofemployees", "many"))),
                BatchResult.class);

        MockEndpoint.assertIsSatisfied(recipe.context());
        assertThat(many.succeeded()).isEqualTo(1);
        assertThat(simulator().crm().find("companies", "name", "Acme Ltd")).isPresent();
    }

    @Test
    void fromHubSpotsJavaSdk() throws Exception {
        RunningRecipe recipe = recipe("migrate-from-hubspot-java-sdk.md").start();
        Map<String, String> ada = Map.of("email", "ada@example.com", "firstname", "Ada");

        assertThat(recipe.send("direct:create", ada).getException()).isNull();
        assertThat(recipe.send("direct:create", ada).getException()).isNull();
        BatchResult many =
                body(recipe.send("direct:many", List.of(ada, Map.of("email", "no address"))), BatchResult.class);
        Map<?, ?> read =
                body(recipe.send("direct:read", null, Map.of("CamelHubSpotObjectId", "ada@example.com")), Map.class);

        assertThat(many.succeeded()).isEqualTo(1);
        assertThat(many.failed()).isEqualTo(1);
        assertThat(read.get("id")).isEqualTo(contactOf(recipe).get("id"));
        assertThat(simulator().crm().records("contacts")).hasSize(1);
        assertThat(simulator().calls().get(0).path()).isEqualTo("/crm/objects/2026-03/contacts");
    }

    private static Map<?, ?> contactOf(RunningRecipe recipe) {
        ProducerTemplate template = recipe.context().createProducerTemplate();
        Map<?, ?> contact = template.requestBodyAndHeader(
                "hubspot:objects/contacts?operation=get&idProperty=email",
                null,
                "CamelHubSpotObjectId",
                "ada@example.com",
                Map.class);
        return contact;
    }
}
