// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes for what is found out before, or waited for after, records are written. */
class CheckedWritesTest extends RecipeTest {

    private static final List<Map<String, String>> FEED = List.of(
            Map.of("external_id", "C-1", "name", "Acme"),
            Map.of("external_id", "C-2", "name", "New name"),
            Map.of("external_id", "C-3", "name", "Third"),
            Map.of("external_id", "C-4", "no_such_property", "x"));

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFeedIsLookedAtAndThenWritesWhatDiffers(Form form) throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "C-1", "name", "Acme"));
        simulator().crm().create("companies", Map.of("external_id", "C-2", "name", "Old name"));
        RunningRecipe recipe = form.start(recipe("how-to/look-before-you-write.md"), new PreviewRoutes());

        BatchResult preview = body(recipe.send("direct:preview", FEED), BatchResult.class);
        assertThat(statuses(preview))
                .containsExactly(
                        OutcomeStatus.SKIPPED, OutcomeStatus.UPDATED, OutcomeStatus.CREATED, OutcomeStatus.REJECTED);
        assertThat(preview.dryRun()).isTrue();
        assertThat(((Map<?, ?>) preview.outcomes().get(1).record()).get("properties"))
                .isEqualTo(Map.of("name", Map.of("from", "Old name", "to", "New name")));
        assertThat(names()).containsExactlyInAnyOrder("Acme", "Old name");

        BatchResult real = body(recipe.send("direct:feed", FEED), BatchResult.class);
        assertThat(statuses(real)).isEqualTo(statuses(preview));
        assertThat(names()).containsExactlyInAnyOrder("Acme", "New name", "Third");
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }

    private List<String> names() {
        return simulator().crm().records("companies").stream()
                .map(company -> company.property("name"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void recordsAreNamedByWhatIsKnownOfThem(Form form) throws Exception {
        simulator().crm().create("companies", Map.of("name", "Acme", "domain", "acme.com"));
        RunningRecipe recipe = form.start(recipe("how-to/name-by-key.md"), new KeyRoutes());

        for (String block : Page.of("how-to/name-by-key.md").blocks("json")) {
            Exchange written = recipe.send("direct:contact", block);
            assertThat(written.getException()).isNull();
        }
        Exchange created = recipe.send(
                "direct:contact",
                Map.of(
                        "properties",
                        Map.of("email", "bob@example.com"),
                        "associations",
                        List.of(Map.of("to", "company.domain=new.example"))));
        assertThat(created.getException()).isNull();
        BatchResult links = body(
                recipe.send(
                        "direct:links",
                        List.of(Map.of("objectId", "email=bob@example.com", "toObjectId", "domain=acme.com"))),
                BatchResult.class);

        assertThat(links.succeeded()).isEqualTo(1);
        assertThat(simulator().crm().records("companies"))
                .extracting(company -> company.property("domain"))
                .containsExactlyInAnyOrder("acme.com", "new.example");
        assertThat(companiesOf("ann@example.com")).hasSize(1);
        assertThat(companiesOf("bob@example.com")).hasSize(2);
    }

    private List<?> companiesOf(String email) {
        String id =
                simulator().crm().find("contacts", "email", email).orElseThrow().id();
        return simulator().crm().links("contacts", id, "companies");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void filesAreImportedAndTheRefusedRowsKept(Form form) throws Exception {
        RunningRecipe recipe = form.start(
                recipe("how-to/import-files.md").property("camel.component.hubspot.poll-delay", "10ms"),
                new ImportRoutes());
        byte[] rows = "Mail\nann@example.com\nno address\n".getBytes(StandardCharsets.UTF_8);

        Exchange imported = recipe.send(
                "direct:import",
                Map.of(
                        "importRequest",
                        importRequest(),
                        "files",
                        Map.of("fileName", "contacts.csv", "content", new ByteArrayInputStream(rows))));

        assertThat(imported.getException()).isNull();
        assertThat(simulator().crm().records("contacts"))
                .extracting(contact -> contact.property("email"))
                .containsExactly("ann@example.com");
        assertThat(content("refused-rows/rows.ndjson").lines()).hasSize(1);
    }

    private static Map<String, Object> importRequest() {
        Map<String, Object> column = Map.of(
                "columnObjectTypeId", "0-1",
                "columnName", "Mail",
                "propertyName", "email",
                "columnType", "HUBSPOT_ALTERNATE_ID");
        Map<String, Object> page = Map.of("hasHeader", true, "columnMappings", List.of(column));
        return Map.of(
                "name",
                "contacts",
                "files",
                List.of(Map.of("fileName", "contacts.csv", "fileFormat", "CSV", "fileImportPage", page)));
    }
}
