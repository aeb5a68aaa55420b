// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes with typed endpoints do what they do in YAML. */
class TypedEndpointsTest extends RecipeTest {

    @ParameterizedTest
    @EnumSource(Form.class)
    void aCompanyIsReadByItsNumber(Form form) throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "C-1", "domain", "acme.example"));
        RunningRecipe recipe = form.start(recipe("how-to/typed-endpoints.md"), new TypedRoutes());

        assertThat(body(recipe.send("direct:domainOf", "C-1"), String.class)).isEqualTo("acme.example");
        assertThat(recipe.send("direct:domainOf", "C-2").getException()).isNull();
    }
}
