// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code redeliver.md}: an outage is waited out, and what may have been written is not sent again. */
class RedeliverTest extends RecipeTest {

    private static final Path LOOK_AT_IT = Path.of("look-at-it");

    private RunningRecipe start(Form form) throws Exception {
        RunningRecipe recipe = recipe("how-to/redeliver.md")
                .property("redelivery.delay", "10")
                .property("camel.component.hubspot.max-retries", "0");
        return form.start(recipe, new RedeliverRoutes());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anOutageIsWaitedOut(Form form) throws Exception {
        simulator().faults().next(2).answer(423);

        Exchange exchange = start(form).send("direct:order", Map.of("name", "Acme"));

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().calls()).hasSize(3);
        assertThat(simulator().crm().records("companies")).hasSize(1);
        assertThat(LOOK_AT_IT).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anotherFinalRefusalIsNotSentAgainEither(Form form) throws Exception {
        simulator().faults().next().answer(415);

        start(form).send("direct:order", Map.of("name", "Acme"));

        assertThat(simulator().calls()).hasSize(1);
        assertThat(LOOK_AT_IT).isDirectoryContaining("glob:**.json");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aTokenThatIsNotToBeHadIsLookedAt(Form form) throws Exception {
        simulator().faults().next().answer(401);

        start(form).send("direct:order", Map.of("name", "Acme"));

        assertThat(simulator().calls()).hasSize(1);
        assertThat(LOOK_AT_IT).isDirectoryContaining("glob:**.json");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLostAnswerIsLookedAtAndNotSentAgain(Form form) throws Exception {
        simulator().faults().next().afterApplying().dropConnection();

        start(form).send("direct:order", Map.of("name", "Acme"));

        assertThat(simulator().calls()).hasSize(1);
        assertThat(LOOK_AT_IT).isDirectoryContaining("glob:**.json");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aRefusalIsLookedAtAndNotSentAgain(Form form) throws Exception {
        start(form).send("direct:order", Map.of("nmae", "Acme"));

        assertThat(simulator().calls()).hasSize(1);
        assertThat(LOOK_AT_IT).isDirectoryContaining("glob:**.json");
    }
}
