// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.examples.queuetocrm.DeadLetters.DeadLetter;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A thousand leads with bad ones among them: contacts, dead letters with their reasons, and few calls. */
@Timeout(120)
class OutcomesTest {

    private static final int GOOD = 1000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void goodOnesBecomeContactsAndBadOnesDeadLettersAtAFewCallsPerThousand(Way way) throws Exception {
        try (Surroundings around = new Surroundings(folder)) {
            around.send(Leads.good(GOOD));
            around.send(Leads.bad());
            int all = GOOD + Leads.bad().size();
            try (Worker worker = around.start(way)) {
                await().atMost(Surroundings.LONG)
                        .until(() -> around.acknowledged() == all && around.hubSpot.inFlight() == 0);
                await().atMost(Surroundings.LONG)
                        .until(() -> around.contacts().size() == GOOD
                                && around.deadLetterCount() == Leads.bad().size());
                assertThat(worker.calls()).isEqualTo(around.hubSpot.calls().size());
            }

            assertThat(around.contacts()).containsExactlyInAnyOrderElementsOf(Surroundings.emails(GOOD));
            assertThat(around.hubSpot.calls()).hasSizeLessThanOrEqualTo(GOOD / 10);
            assertReasons(around.deadLetters(), around.hubSpot.calls());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void jsonThatIsNoObjectIsADeadLetterAsItCame(Way way) throws Exception {
        try (Surroundings around = new Surroundings(folder);
                Worker worker = around.start(way)) {
            around.send(List.of("null"));
            await().atMost(Surroundings.LONG).until(() -> around.deadLetterCount() == 1);
            around.send(List.of("[1]", "\"text\"", "null"));
            around.send(Leads.good(1));

            await().atMost(Surroundings.LONG)
                    .until(() -> worker.calls() > 0 && around.contacts().size() == 1 && around.deadLetterCount() == 4);
            assertThat(around.deadLetters())
                    .extracting(DeadLetter::body)
                    .containsExactlyInAnyOrder("null", "null", "[1]", "\"text\"");
        }
    }

    private static void assertReasons(List<DeadLetter> letters, List<RecordedCall> calls) {
        Map<String, DeadLetter> byProperty =
                letters.stream().collect(Collectors.toMap(DeadLetter::properties, Function.identity(), (a, b) -> a));
        for (String property : List.of("email", "no_such_property")) {
            DeadLetter refused = byProperty.get(property);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.category()).isEqualTo("VALIDATION_ERROR");
            assertThat(refused.message()).contains("Property values were not valid");
            assertThat(calls)
                    .filteredOn(call -> call.correlationId().equals(refused.correlationId()))
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isBetween(207, 400))
                    .satisfies(call -> assertThat(call.responseBody()).contains(property));
            assertThat(refused.body()).contains(property.equals("email") ? "not an address" : "no_such_property");
        }
        assertThat(letters)
                .filteredOn(letter -> letter.status() == 0)
                .extracting(DeadLetter::body)
                .satisfiesExactlyInAnyOrder(
                        body -> assertThat(body).contains("Without an address"),
                        body -> assertThat(body).isEqualTo(Leads.bad().get(3)));
    }
}
