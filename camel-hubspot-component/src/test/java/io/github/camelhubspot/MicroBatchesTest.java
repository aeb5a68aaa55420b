// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.lang.ref.WeakReference;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.batch.SharedInput;
import io.github.camelhubspot.record.RecordInput;

import static org.awaitility.Awaitility.await;

/** What waiting for others costs. */
class MicroBatchesTest {

    private final MicroBatches waiting = new MicroBatches(new MovableTiming());

    @Test
    void whatWasSentIsNotKeptUntilItsTimeIsUp() {
        WeakReference<SharedInput> sent = send();

        await().until(() -> {
            System.gc();
            return sent.refersTo(null);
        });
    }

    private WeakReference<SharedInput> send() {
        RecordInput record = new RecordInput("1", null, Json.MAPPER.createObjectNode(), null, null);
        SharedInput input = new SharedInput(record, () -> false);
        waiting.join("key", input, 1, Duration.ofHours(1), inputs -> {});
        return new WeakReference<>(input);
    }
}
