// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A test of what a page prints, in an empty folder and against a simulator of its own. */
abstract class RecipeTest {

    @RegisterExtension
    final HubSpotSimulatorExtension extension = new HubSpotSimulatorExtension();

    private RunningRecipe recipe;

    HubSpotSimulator simulator() {
        return extension.simulator();
    }

    @BeforeEach
    void emptyTheFolder() throws IOException {
        WorkFolder.empty();
        for (String type : List.of("companies", "tickets", "contacts")) {
            simulator()
                    .crm()
                    .defineProperty(
                            type, PropertyDefinition.string("external_id").unique());
        }
    }

    @AfterEach
    void stop() {
        if (recipe != null) {
            recipe.close();
        }
    }

    /** The program of a page, not started yet. */
    RunningRecipe recipe(String page) {
        recipe = new RunningRecipe(Page.of(page), simulator())
                .property("camel.component.hubspot.access-token", simulator().accessToken());
        return recipe;
    }

    /** As {@link #recipe(String)}, for a page whose tokens come from elsewhere. */
    RunningRecipe recipeWithoutToken(String page) {
        recipe = new RunningRecipe(Page.of(page), simulator());
        return recipe;
    }

    /** The body of an exchange that must have succeeded. */
    static <T> T body(Exchange exchange, Class<T> type) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(type);
    }

    /** Delivers a file as a careful sender does: nobody sees it before it is whole. */
    static void deliver(String file, String text) throws IOException {
        Path target = Path.of(file);
        Path written = Files.createDirectories(Path.of("sender")).resolve(target.getFileName());
        Files.createDirectories(target.getParent());
        Files.writeString(written, text);
        Files.move(written, target);
    }

    static void awaitFile(String file) {
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(Path.of(file)));
    }

    static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Companies as NDJSON, each with a unique number. */
    static String companies(int count) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, count).forEach(i -> text.append("{\"external_id\":\"C-")
                .append(i)
                .append("\",\"name\":\"Company ")
                .append(i)
                .append("\"}\n"));
        return text.toString();
    }

    String create(String type, String externalId) {
        return simulator().crm().create(type, Map.of("external_id", externalId)).id();
    }
}
