// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.lang.ref.WeakReference;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.batch.SharedInput;
import io.github.camelhubspot.record.RecordInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What waiting for others costs. */
class MicroBatchesTest {

    private final MovableTiming timing = new MovableTiming();
    private final MicroBatches waiting = new MicroBatches(timing);

    @Test
    void whatWasSentIsNotKeptUntilItsTimeIsUp() {
        WeakReference<SharedInput> sent = send();

        await().until(() -> {
            System.gc();
            return sent.refersTo(null);
        });
    }

    @Test
    void noTimerIsLeftOfWhatWasSent() {
        send();

        assertThat(timing.untilNext()).isNull();
    }

    @Test
    void noTimerIsLeftAfterAStop() {
        SharedInput input = new SharedInput(record(), () -> false);
        waiting.join("key", input, 2, Duration.ofHours(1), inputs -> {});
        assertThat(timing.untilNext()).isEqualTo(Duration.ofHours(1));

        waiting.stop();

        assertThat(timing.untilNext()).isNull();
        assertThat(input.end()).isCompleted();
    }

    private static RecordInput record() {
        return new RecordInput("1", null, Json.MAPPER.createObjectNode(), null, null);
    }

    private WeakReference<SharedInput> send() {
        SharedInput input = new SharedInput(record(), () -> false);
        waiting.join("key", input, 1, Duration.ofHours(1), inputs -> {});
        return new WeakReference<>(input);
    }
}
