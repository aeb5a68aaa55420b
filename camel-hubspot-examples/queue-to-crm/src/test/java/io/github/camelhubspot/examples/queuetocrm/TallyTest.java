// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.examples.queuetocrm.DeadLetters.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;

/** A message that is delivered again is still one message. */
class TallyTest {

    private static final DeadLetter DEAD = new DeadLetter("{\"email\": ", 0, null, null, "", "No JSON");

    @Test
    void aRunWhoseMessagesCameTwiceIsComplete() {
        Tally tally = Tally.ofOneRun();
        for (int delivery = 0; delivery < 2; delivery++) {
            tally.written("101");
            tally.deadLetter(DEAD.body());
        }
        tally.written("102");

        assertThat(tally.writtenRecords()).isEqualTo(2);
        assertThat(summary(3, tally).complete()).isTrue();
    }

    @Test
    void aMessageThatCameTwiceDoesNotStandForOneThatIsMissing() {
        Tally tally = Tally.ofOneRun();
        tally.written("101");
        tally.written("101");

        assertThat(summary(3, tally).complete()).isFalse();
    }

    private static Summary summary(int messages, Tally tally) {
        return new Summary(Way.MICRO_BATCH, messages, tally.writtenRecords(), 1, 1, List.of(DEAD, DEAD));
    }
}
