// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.CurrentRecords;
import io.github.camelhubspot.prepare.Comparison;
import io.github.camelhubspot.record.RecordInput;

/** Leaves a record alone that a write of its own would not change, as {@code skipUnchanged} asks for. */
final class UnchangedCalls implements RecordCalls {

    private final ProducerParts parts;
    private final RecordCalls calls;

    private UnchangedCalls(ProducerParts parts, RecordCalls calls) {
        this.parts = parts;
        this.calls = calls;
    }

    /** Calls of records' own, as the option says. */
    static RecordCalls own(CallOptions options, ProducerParts parts) {
        RecordCalls calls = new OwnCalls(parts);
        return options.skipUnchanged() ? new UnchangedCalls(parts, calls) : calls;
    }

    @Override
    public CompletableFuture<Settled> send(CallOptions options, RecordInput record) {
        if (options.operation().effect() == Effect.CREATE) {
            // Whether there is a record to compare with is known when HubSpot refuses to create it.
            return calls.send(options, record);
        }
        new Requests(parts.client(), options).check(record);
        return unlessUnchanged(options, parts, record.requiredId(), record, () -> calls.send(options, record)
                .thenApply(settled -> told(options.operation().effect(), settled)));
    }

    /** A write may end in two ways now, so that a header tells in which. */
    private static Settled told(Effect effect, Settled settled) {
        if (!(settled.result() instanceof ApiAnswer answer)) {
            return settled;
        }
        boolean created = effect == Effect.UPSERT
                && answer.body() != null
                && answer.body().path("new").asBoolean();
        return new Settled(
                created ? OutcomeStatus.CREATED : OutcomeStatus.UPDATED, settled.result(), settled.warnings());
    }

    /** Writes a record by its id, unless {@code skipUnchanged} is set and nothing of it would change. */
    static CompletableFuture<Settled> unlessUnchanged(
            CallOptions options,
            ProducerParts parts,
            String id,
            RecordInput record,
            Supplier<CompletableFuture<Settled>> write) {
        if (!options.skipUnchanged()) {
            return write.get();
        }
        boolean create = options.operation().effect() == Effect.CREATE;
        return comparison(options, parts)
                .with(create ? null : record.idProperty(), List.of(id), List.of(record))
                .thenCompose(result -> {
                    CallFailure failure = result.failure();
                    if (failure != null && failure.kind().endsRun()) {
                        return CompletableFuture.completedFuture(new Settled(OutcomeStatus.NOT_SENT, failure));
                    }
                    JsonNode current = failure != null ? null : result.value().record(id);
                    boolean unchanged = current != null
                            && result.value().changes(record, current).isEmpty();
                    return unchanged
                            ? CompletableFuture.completedFuture(new Settled(
                                    OutcomeStatus.SKIPPED, result.value().answer(current)))
                            : write.get();
                });
    }

    private static Comparison comparison(CallOptions options, ProducerParts parts) {
        return new Comparison(
                options.text(OptionNames.OBJECT_TYPE),
                parts.schemas(),
                new CurrentRecords(parts.client()),
                options.apiVersion().normalisesDates());
    }
}
