// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.prepare.Draft;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.RecordInput;

/** Prepares a record before its operation is carried out. */
final class PreparedCalls implements RecordCalls {

    private final Preparation preparation;
    private final RecordCalls calls;

    private PreparedCalls(Preparation preparation, RecordCalls calls) {
        this.preparation = preparation;
        this.calls = calls;
    }

    /** The same calls, of records that are prepared. */
    static RecordCalls of(Preparation preparation, RecordCalls calls) {
        return preparation == Preparation.NONE ? calls : new PreparedCalls(preparation, calls);
    }

    @Override
    public CompletableFuture<Settled> send(CallOptions options, RecordInput record) {
        return send(options, record, true);
    }

    /**
     * Carries out an operation.
     *
     * @param again whether the record is prepared anew where what was found out for it holds no longer
     */
    private CompletableFuture<Settled> send(CallOptions options, RecordInput record, boolean again) {
        Draft draft = new Draft(record);
        return preparation.prepare(List.of(draft)).thenCompose(done -> {
            if (draft.failure() != null) {
                return CompletableFuture.completedFuture(new Settled(OutcomeStatus.NOT_SENT, draft.failure()));
            }
            if (draft.refusal() != null) {
                throw FailureExceptions.refused(options.operation(), draft.refusal());
            }
            if (options.operation().effect() == Effect.UPDATE
                    && draft.record().properties().isEmpty()
                    && draft.record().links().isEmpty()
                    && !options.dryRun()) {
                draft.record().requiredId();
                return CompletableFuture.completedFuture(new Settled(OutcomeStatus.SKIPPED, null, draft.warnings()));
            }
            return calls.send(options, draft.record()).thenCompose(settled -> {
                boolean outdated = again
                        && settled.result() instanceof CallFailure failure
                        && preparation.outdated(draft.record(), failure.error())
                        // The record itself was written, and has another name now.
                        && !(failure.error().aboutLinks() && draft.record().changesItsId());
                return outdated
                        ? send(options, record, false)
                        : CompletableFuture.completedFuture(settled.with(draft.warnings()));
            });
        });
    }
}
