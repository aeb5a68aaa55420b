// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.record.RecordInput;

import static org.assertj.core.api.Assertions.assertThat;

/** However an entry of a shared call ended, its message ends too. */
class SharedResultsTest {

    private final SharedInput input =
            new SharedInput(new RecordInput("1", null, Json.MAPPER.createObjectNode(), null, null), () -> false);
    private final Entry entry = new Entry(0, input);

    @Test
    void anUpdateOfNothingIsSkipped() {
        entry.end(OutcomeStatus.SKIPPED);

        SharedResults.settle(entry, null, Effect.UPDATE);

        assertThat(input.end()).isCompletedWithValue(new Settled(OutcomeStatus.SKIPPED, null));
    }

    @Test
    void aSuccessOfWhichNothingCanBeToldIsAmbiguous() {
        entry.end(OutcomeStatus.UPDATED);

        SharedResults.settle(entry, null, Effect.UPDATE);

        assertThat(input.end().join().status()).isEqualTo(OutcomeStatus.AMBIGUOUS);
        CallFailure failure = (CallFailure) input.end().join().result();
        assertThat(failure.kind()).isEqualTo(FailureKind.AMBIGUOUS);
        assertThat(failure.maybeApplied()).isTrue();
        assertThat(failure.cause()).isNotNull();
    }
}
