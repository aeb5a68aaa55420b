// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.OutputShape;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.ErrorReader;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.lookup.RecordKey;
import io.github.camelhubspot.record.RecordInput;

/** Carries out an operation on one record by a call of its own; settles what was lost and what exists already. */
final class OwnCalls implements RecordCalls {

    private final ProducerParts parts;
    private final ConflictResolver conflicts;

    OwnCalls(ProducerParts parts) {
        this.parts = parts;
        this.conflicts = new ConflictResolver(parts);
    }

    @Override
    public CompletableFuture<Settled> send(CallOptions options, RecordInput record) {
        Requests requests = new Requests(parts.client(), options);
        if (options.operation().input() == InputShape.RECORD_ID) {
            return about(options, record, requests.aboutRecord(record)).thenApply(OwnCalls::settled);
        }
        if (options.operation().gives(OutputShape.ONLY_RESULT)) {
            return send(requests.batchOfOne(record)).thenApply(result -> settled(onlyResult(result)));
        }
        ApiCall call = requests.write(record);
        return send(call)
                .thenCompose(result -> settleLost(options, record, call, result))
                .thenCompose(result -> conflicts.settle(options, record, result));
    }

    private CompletableFuture<CallResult> about(CallOptions options, RecordInput record, ApiCall call) {
        LongReads longReads = new LongReads(parts.client(), options);
        return longReads.needed(call) ? longReads.one(call, record) : send(call);
    }

    private CompletableFuture<CallResult> send(ApiCall call) {
        return parts.client().send(call);
    }

    /** What became of a create whose answer was lost, where a unique property finds the record. */
    private CompletableFuture<CallResult> settleLost(
            CallOptions options, RecordInput record, ApiCall call, CallResult result) {
        if (options.operation().effect() != Effect.CREATE || record.uniqueValue() == null) {
            return CompletableFuture.completedFuture(result);
        }
        return parts.lostCreates()
                .settle(
                        call,
                        new RecordKey(
                                options.text(OptionNames.OBJECT_TYPE),
                                record.idProperty(),
                                record.uniqueValue(),
                                record.propertyNames()),
                        result);
    }

    private static Settled settled(CallResult result) {
        return new Settled(null, result);
    }

    /** The record, or the error, of a batch of one. */
    private static CallResult onlyResult(CallResult result) {
        if (!(result instanceof ApiAnswer answer) || answer.body() == null) {
            return result;
        }
        JsonNode first = answer.body().path("results").path(0);
        if (first.isObject()) {
            return answer.withBody(first);
        }
        JsonNode error = answer.body().path("errors").path(0);
        return error.isObject()
                ? CallFailure.refused(ErrorReader.read(answer.status(), error, answer.correlationId()))
                : CallFailure.withoutResult(answer, FailureKind.AMBIGUOUS);
    }
}
