// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.ErrorReader;
import io.github.camelhubspot.lookup.FoundRecords;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordLink;

/** Writes the links of a record when the record was written, unless HubSpot takes both together. */
final class LinkedCalls implements RecordCalls {

    private static final ApiOperation PUT = OperationCatalogue.find("associations", "batchPut");
    private static final ApiOperation PUT_DEFAULT = OperationCatalogue.find("associations", "batchPutDefault");

    private final ProducerParts parts;
    private final RecordCalls calls;

    private LinkedCalls(ProducerParts parts, RecordCalls calls) {
        this.parts = parts;
        this.calls = calls;
    }

    /** The same calls, of records with links; a dry run writes none. */
    static RecordCalls of(CallOptions options, ProducerParts parts, RecordCalls calls) {
        boolean writes = options.operation().uses(OptionNames.MISSING_TARGET) && !options.dryRun();
        return writes ? new LinkedCalls(parts, calls) : calls;
    }

    @Override
    public CompletableFuture<Settled> send(CallOptions options, RecordInput record) {
        if (record.links().isEmpty()) {
            return calls.send(options, record);
        }
        // What is wrong with a type must be known before the record is written.
        record.links().stream().filter(link -> link.objectType() != null).forEach(link -> call(options, link, null));
        if (options.operation().effect() == Effect.CREATE) {
            // A shared call writes them itself where it updates what exists already.
            boolean shared = options.configuration().isMicroBatch();
            return calls.send(options, record)
                    .thenCompose(settled -> exists(settled) && !shared
                            ? link(options, record, settled)
                            : CompletableFuture.completedFuture(settled));
        }
        if (record.properties().isEmpty() && options.operation().effect() == Effect.UPDATE) {
            return named(options, record).thenCompose(named -> link(options, record, new Settled(null, named)));
        }
        return calls.send(options, record.withoutLinks()).thenCompose(settled -> link(options, record, settled));
    }

    /** Whether the record was there before, and was changed or is as it should be. */
    private static boolean exists(Settled settled) {
        return settled.status() == OutcomeStatus.UPDATED
                || (settled.status() == OutcomeStatus.SKIPPED && settled.result() instanceof ApiAnswer);
    }

    /** The record that is only linked, without a call where its id is known. */
    private CompletableFuture<CallResult> named(CallOptions options, RecordInput record) {
        String objectType = options.text(OptionNames.OBJECT_TYPE);
        String value = record.requiredId();
        if (record.idProperty() == null) {
            ObjectNode body = Json.MAPPER.createObjectNode().put("id", value);
            return CompletableFuture.completedFuture(new ApiAnswer(0, body, null, null, null));
        }
        return new RecordLookup(parts.client())
                .find(objectType, record.idProperty(), List.of(value), Set.of())
                .thenApply(found -> named(record, value, found));
    }

    private static CallResult named(RecordInput record, String value, LookupResult<FoundRecords> found) {
        if (found.failure() != null) {
            return found.failure();
        }
        JsonNode body = found.value().byValue().get(value);
        return body == null
                ? CallFailure.notFound("No record has this value of '" + record.idProperty() + "'")
                : found.value().answer().withBody(body);
    }

    private CompletableFuture<Settled> link(CallOptions options, RecordInput record, Settled settled) {
        boolean written = settled.result() instanceof ApiAnswer answer
                && answer.body() != null
                && answer.body().hasNonNull("id");
        if (!written) {
            return CompletableFuture.completedFuture(settled);
        }
        ApiAnswer answer = (ApiAnswer) settled.result();
        String id = answer.body().get("id").asText();
        CompletableFuture<CallResult> last = CompletableFuture.completedFuture(answer);
        // A record that would not change is not one that was left alone, where its links were written.
        OutcomeStatus status = settled.status() == OutcomeStatus.SKIPPED ? OutcomeStatus.UPDATED : settled.status();
        for (List<RecordLink> together : groups(record.links())) {
            last = last.thenCompose(before -> before instanceof CallFailure
                    ? CompletableFuture.completedFuture(before)
                    : send(options, id, together));
        }
        return last.thenApply(end -> end instanceof CallFailure failure
                ? new Settled(status, record.properties().isEmpty() ? failure : failure.ofLinks(id), settled.warnings())
                : new Settled(status, answer(answer, (ApiAnswer) end), settled.warnings()));
    }

    /** Where only links were written, their answer tells what HubSpot said. */
    private static ApiAnswer answer(ApiAnswer record, ApiAnswer links) {
        return record.status() == 0 ? links.withBody(record.body()) : record;
    }

    /** What one call takes: links to one type, with types or without, none of them twice. */
    private static List<List<RecordLink>> groups(List<RecordLink> links) {
        Map<String, List<RecordLink>> groups = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (RecordLink link : links) {
            int time = times.merge(link.objectType() + ' ' + link.toId(), 1, Integer::sum);
            groups.computeIfAbsent(time + " " + link.objectType() + (link.types() == null), any -> new ArrayList<>())
                    .add(link);
        }
        return List.copyOf(groups.values());
    }

    private CompletableFuture<CallResult> send(CallOptions options, String id, List<RecordLink> links) {
        RecordLink any = links.get(0);
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        for (RecordLink link : links) {
            ObjectNode input = inputs.addObject();
            input.putObject("from").put("id", id);
            input.putObject("to").put("id", link.toId());
            if (link.types() != null) {
                input.set("types", link.types());
            }
        }
        return parts.client().send(call(options, any, body)).thenApply(LinkedCalls::refusalIn);
    }

    private ApiCall call(CallOptions options, RecordLink any, JsonNode body) {
        String objectType = options.text(OptionNames.OBJECT_TYPE);
        return parts.client()
                .newCall(
                        any.types() == null ? PUT_DEFAULT : PUT,
                        name -> name.equals(OptionNames.OBJECT_TYPE) ? objectType : any.objectType(),
                        null,
                        body);
    }

    /** An answer that refuses a link is a refusal, whatever its status. */
    private static CallResult refusalIn(CallResult result) {
        if (!(result instanceof ApiAnswer answer) || answer.body() == null) {
            return result;
        }
        JsonNode error = answer.body().path("errors").path(0);
        return error.isObject()
                ? CallFailure.refused(ErrorReader.read(answer.status(), error, answer.correlationId()))
                : result;
    }
}
