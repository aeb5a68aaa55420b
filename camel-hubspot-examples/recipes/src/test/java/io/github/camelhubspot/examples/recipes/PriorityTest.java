// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code bulk-beside-interactive.md}: a lookup does not wait behind an import. */
class PriorityTest extends RecipeTest {

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLookupGoesBeforeTheRestOfTheImport(Form form) throws Exception {
        RunningRecipe recipe = recipe("how-to/bulk-beside-interactive.md")
                .property("camel.component.hubspot.requests-per-ten-seconds", "60");
        form.start(recipe, new PriorityRoutes());
        create("companies", "known");
        deliver("inbox/companies.ndjson", companies(3_000));
        await().until(() -> simulator().calls().size() >= 5);

        Exchange lookup = recipe.send("direct:lookup", null, Map.of("CamelHubSpotObjectId", "known"));

        assertThat(lookup.getException()).isNull();
        int callsBefore = simulator().calls().size();
        awaitFile("done/companies.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(3_001);
        assertThat(callsBefore).isLessThan(simulator().calls().size());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theImportLeavesTheOthersTheirPartOfTheDay(Form form) throws Exception {
        simulator().settings().dailyLimit(10);
        RunningRecipe recipe = recipe("how-to/bulk-beside-interactive.md")
                .property("camel.component.hubspot.max-concurrent-calls", "1");
        form.start(recipe, new PriorityRoutes());
        deliver("inbox/companies.ndjson", companies(3_000));
        await().until(() -> simulator().calls().size() >= 8);

        Exchange lookup = recipe.send("direct:lookup", null, Map.of("CamelHubSpotObjectId", "C-1"));

        assertThat(lookup.getException()).isNull();
        awaitFile("failed/companies.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(800);
    }
}
