// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.HubSpotNotFoundException;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recipes for records and links. */
class RecordsTest extends RecipeTest {

    private static final Map<String, String> CUSTOMER = Map.of("external_id", "C-1", "name", "New name");

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatExistsIsLeftOrChanged(Form form) throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "C-1", "name", "Old name"));
        RunningRecipe recipe = form.start(recipe("how-to/duplicates.md"), new DuplicateRoutes());

        assertThat(outcome(recipe.send("direct:leave", CUSTOMER))).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(name("C-1")).isEqualTo("Old name");
        assertThat(outcome(recipe.send("direct:change", CUSTOMER))).isEqualTo(OutcomeStatus.UPDATED);
        assertThat(name("C-1")).isEqualTo("New name");
        assertThat(outcome(recipe.send("direct:leave", Map.of("external_id", "C-2", "name", "Second"))))
                .isEqualTo(OutcomeStatus.CREATED);
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    private static OutcomeStatus outcome(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader("CamelHubSpotOutcome", OutcomeStatus.class);
    }

    private String name(String externalId) {
        return simulator()
                .crm()
                .find("companies", "external_id", externalId)
                .orElseThrow()
                .property("name");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void linksGetALabelAndKeepTheOnesThatTheyHave(Form form) throws Exception {
        simulator().crm().defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported");
        var other = simulator().crm().defineLabel("tickets", "companies", "paid_by", "Paid by", "Pays");
        String ticket = create("tickets", "T-1");
        String company = create("companies", "C-1");
        simulator().crm().link("tickets", ticket, "companies", company, other.get(0));
        RunningRecipe recipe = form.start(recipe("how-to/link-by-label.md"), new LabelRoutes());

        BatchResult result = body(
                recipe.send(
                        "direct:links",
                        List.of(
                                Map.of("objectId", ticket, "toObjectId", company),
                                Map.of("objectId", ticket, "toObjectId", "404404"))),
                BatchResult.class);

        assertThat(result.succeeded()).isEqualTo(1);
        assertThat(result.failed()).isEqualTo(1);
        assertThat(simulator().crm().links("tickets", ticket, "companies"))
                .singleElement()
                .satisfies(link -> assertThat(link.labels()).contains("Reported by", "Paid by"));
    }

    @Test
    void oneLinkIsMadeWithoutIds() throws Exception {
        String ticket = create("tickets", "T-1");
        create("companies", "C-1");
        RunningRecipe recipe = recipe("how-to/link-without-ids.md").start();

        assertThat(recipe.send("direct:link", Map.of("ticket", "T-1", "company", "C-1"))
                        .getException())
                .isNull();
        assertThat(recipe.send("direct:link", Map.of("ticket", "T-1", "company", "unknown"))
                        .getException())
                .isInstanceOf(HubSpotNotFoundException.class);

        assertThat(simulator().crm().links("tickets", ticket, "companies")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void manyLinksAreMadeWithoutIds(Form form) throws Exception {
        String ticket = create("tickets", "1");
        String second = create("tickets", "T-2");
        create("companies", "17");
        RunningRecipe recipe = form.start(recipe("how-to/link-without-ids.md"), new LinkRoutes());

        BatchResult result = body(
                recipe.send(
                        "direct:links",
                        List.of(
                                Map.of("ticket", 1, "company", 17),
                                Map.of("ticket", "T-2", "company", "17"),
                                Map.of("ticket", "T-2", "company", 404),
                                Map.of("company", 17))),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
        assertThat(simulator().crm().links("tickets", ticket, "companies")).hasSize(1);
        assertThat(simulator().crm().links("tickets", second, "companies")).hasSize(1);
        assertThat(simulator().calls()).hasSize(3);
        try (Stream<Path> files = Files.list(Path.of("not-linked"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file)
                    .content()
                    .contains("\"company\":404", "\"ticket\":\"T-2\"", "{\"company\":17}")
                    .doesNotContain("\"ticket\":1"));
        }
    }

    @Test
    void whatWasDeletedElsewhereIsArchived() throws Exception {
        IntStream.range(0, 150).forEach(i -> create("companies", "C-" + i));
        recipe("how-to/archive-deleted.md").start();
        StringBuilder csv = new StringBuilder("external_id\nunknown\n");
        IntStream.range(0, 120).forEach(i -> csv.append("C-").append(i).append('\n'));

        deliver("deleted/companies.csv", csv.toString());

        awaitFile("done/companies.csv");
        assertThat(simulator().crm().records("companies")).hasSize(30);
        assertThat(simulator().crm().archivedRecords("companies")).hasSize(120);
    }

    @Test
    void allRecordsAreExported() throws Exception {
        IntStream.range(0, 250).forEach(i -> simulator()
                .crm()
                .create("companies", Map.of("external_id", "C-" + i, "name", "Smith, Sons & \"Co\" " + i)));
        RunningRecipe recipe = recipe("how-to/export-to-csv.md").start();

        recipe.send("direct:export", null);
        Exchange again = recipe.send("direct:export", null);

        assertThat(again.getException()).isNull();
        assertThat(content("export/companies.csv").lines())
                .hasSize(251)
                .startsWith("external_id,name,domain", "C-0,\"Smith, Sons & \"\"Co\"\" 0\",")
                .endsWith("C-249,\"Smith, Sons & \"\"Co\"\" 249\",");
    }

    @Test
    void aPageThatCannotBeReadFailsTheExport() throws Exception {
        IntStream.range(0, 250).forEach(i -> create("companies", "C-" + i));
        RunningRecipe recipe = recipe("how-to/export-to-csv.md")
                .property("camel.component.hubspot.max-retries", "0")
                .start();
        simulator().faults().next().matching("GET", "/crm/v3/objects/companies").delay(Duration.ZERO);
        simulator().faults().next().matching("GET", "/crm/v3/objects/companies").answer(503);

        assertThat(recipe.send("direct:export", null).getException()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anOrderGetsTheNameOfItsCustomer(Form form) throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "C-1", "name", "Acme"));
        RunningRecipe recipe = form.start(recipe("how-to/enrich.md"), new EnrichRoutes());
        Map<String, String> order = Map.of("customer", "C-1", "item", "anvil");

        Exchange known = recipe.send("direct:order", order);
        Exchange unknown = recipe.send("direct:order", Map.of("customer", "C-2"));

        assertThat(known.getException()).isNull();
        assertThat(known.getMessage().getHeader("customerName")).isEqualTo("Acme");
        assertThat(known.getMessage().getBody()).isEqualTo(order);
        assertThat(unknown.getException()).isNull();
        assertThat(unknown.getMessage().getHeader("customerName")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aContractIsReadChangedAndWrittenAsAnObject(Form form) throws Exception {
        simulator().crm().defineProperty("companies", PropertyDefinition.date("contract_end"));
        simulator()
                .crm()
                .defineProperty("companies", PropertyDefinition.checkboxes("contract_parts", "SUPPORT", "TRAINING"));
        simulator()
                .crm()
                .create(
                        "companies",
                        Map.of(
                                "external_id", "C-1",
                                "contract_end", "2026-12-31",
                                "contract_parts", "SUPPORT;TRAINING"));
        RunningRecipe recipe = form.start(recipe("how-to/own-classes.md"), new ContractRoutes());

        assertThat(recipe.send("direct:extend", "C-1").getException()).isNull();

        SimulatedRecord company =
                simulator().crm().find("companies", "external_id", "C-1").orElseThrow();
        assertThat(company.property("contract_end")).isEqualTo("2027-12-31");
        assertThat(company.property("contract_parts").split(";")).containsExactlyInAnyOrder("SUPPORT", "TRAINING");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void messagesOfOneRecordShareCallsAndEndByThemselves(Form form) throws Exception {
        RunningRecipe recipe = form.start(recipe("how-to/one-message-per-record.md"), new OneByOneRoutes());

        for (int i = 0; i < 250; i++) {
            Map<String, String> company = i == 100
                    ? Map.of("external_id", "bad", "name", "Bad", "numberofemployees", "many")
                    : Map.of("external_id", "C-" + i, "name", "Company " + i);
            recipe.send("seda:companies", company);
        }

        await().untilAsserted(() -> {
            assertThat(simulator().crm().records("companies")).hasSize(249);
            assertThat(Path.of("refused")).isDirectoryContaining("glob:**.json");
        });
        assertThat(simulator().calls()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void messagesWaitWhileHubSpotIsAwayOrRefusesTheToken(Form form) throws Exception {
        RunningRecipe recipe = form.start(
                recipe("how-to/one-message-per-record.md")
                        .property("redelivery.delay", "10")
                        .property("camel.component.hubspot.max-retries", "0"),
                new OneByOneRoutes());
        simulator().faults().next(3).answer(503);
        simulator().faults().next(2).answer(401);

        for (int i = 0; i < 10; i++) {
            recipe.send("seda:companies", Map.of("external_id", "C-" + i, "name", "Company " + i));
        }

        await().untilAsserted(
                        () -> assertThat(simulator().crm().records("companies")).hasSize(10));
        assertThat(Path.of("refused")).doesNotExist();
    }

    @Test
    void theKameletsDoTheirWork() throws Exception {
        RunningRecipe recipe = recipeWithoutToken("how-to/kamelets.md")
                .property("hubspot.token", simulator().accessToken())
                .start();
        String ticket = create("tickets", "T-1");

        assertThat(recipe.send("direct:companies", companies(3)).getException()).isNull();
        Map<?, ?> company = body(recipe.send("direct:company", null, Map.of("customer", "C-1")), Map.class);
        Exchange linked = recipe.send(
                "direct:links", List.of(Map.of("objectId", ticket, "toObjectId", String.valueOf(company.get("id")))));

        assertThat(linked.getException()).isNull();
        assertThat(simulator().crm().links("tickets", ticket, "companies")).hasSize(1);
        assertThat(recipe.send("direct:company", null, Map.of("customer", "unknown"))
                        .getException())
                .isInstanceOf(HubSpotNotFoundException.class);
    }
}
