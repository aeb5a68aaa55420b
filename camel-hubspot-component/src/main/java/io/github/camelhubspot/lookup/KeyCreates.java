// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.ErrorReader;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Creates the records that natural keys name and that do not exist: upserted where the property is unique, so that nothing
 * is ever doubled, else created once for all who ask for it within one component.
 */
final class KeyCreates {

    private static final ApiOperation UPSERT = OperationCatalogue.find("objects", "batchUpsert");
    private static final ApiOperation CREATE = OperationCatalogue.find("objects", "batchCreate");

    private final HubSpotClient client;
    private final KnownKeys known;

    KeyCreates(HubSpotClient client, KnownKeys known) {
        this.client = client;
        this.known = known;
    }

    /**
     * Creates records.
     *
     * @param keys keys of one type and property
     */
    CompletableFuture<Map<NaturalKey, KeyTarget>> create(Collection<NaturalKey> keys, boolean unique) {
        Map<NaturalKey, NaturalKey> distinct = new LinkedHashMap<>();
        keys.forEach(key -> distinct.putIfAbsent(key.normal(), key));
        Map<NaturalKey, KeyTarget> created = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        List<NaturalKey> ours = new ArrayList<>();
        distinct.forEach((normal, key) -> {
            CompletableFuture<KeyTarget> running = known.claim(key, client.nanoTime());
            if (running == null) {
                ours.add(key);
            } else {
                ends.add(running.thenCompose(target -> afterOthers(key, target, unique))
                        .thenAccept(target -> created.put(normal, target)));
            }
        });
        for (int from = 0; from < ours.size(); from += CREATE.maxInputs()) {
            List<NaturalKey> chunk = ours.subList(from, Math.min(ours.size(), from + CREATE.maxInputs()));
            ends.add(send(chunk, unique, created));
        }
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<NaturalKey, KeyTarget> targets = new HashMap<>();
            keys.forEach(key -> targets.put(key, created.get(key.normal())));
            return targets;
        });
    }

    /** What stopped another's creation, such as its route's end or its lower priority, need not stop this one. */
    private CompletableFuture<KeyTarget> afterOthers(NaturalKey key, KeyTarget target, boolean unique) {
        boolean stopped = target.failure() != null && target.failure().kind().endsRun();
        return stopped
                ? create(List.of(key), unique).thenApply(targets -> targets.get(key))
                : CompletableFuture.completedFuture(target);
    }

    private CompletableFuture<Void> send(List<NaturalKey> keys, boolean unique, Map<NaturalKey, KeyTarget> created) {
        String traces = UUID.randomUUID() + "-";
        return sent(keys, unique, traces)
                .exceptionally(fault -> new CallFailure(
                        FailureKind.REFUSED, HubSpotError.local(String.valueOf(fault.getMessage())), false, fault))
                .thenCompose(result -> {
                    if (result instanceof CallFailure failure && keys.size() > 1 && refusedTogether(failure)) {
                        int middle = keys.size() / 2;
                        return send(keys.subList(0, middle), unique, created)
                                .thenCompose(done -> send(keys.subList(middle, keys.size()), unique, created));
                    }
                    for (int i = 0; i < keys.size(); i++) {
                        KeyTarget target = target(keys, i, traces + i, result);
                        created.put(keys.get(i).normal(), target);
                        known.created(keys.get(i), target, client.nanoTime());
                    }
                    return CompletableFuture.completedFuture(null);
                });
    }

    private CompletableFuture<CallResult> sent(List<NaturalKey> keys, boolean unique, String traces) {
        String objectType = keys.get(0).objectType();
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        for (NaturalKey key : keys) {
            ObjectNode input = inputs.addObject();
            if (unique) {
                input.put("id", key.value()).put("idProperty", key.property());
            }
            input.putObject("properties").put(key.property(), key.value());
            input.put("objectWriteTraceId", traces + (inputs.size() - 1));
        }
        try {
            return client.send(client.newCall(unique ? UPSERT : CREATE, name -> objectType, null, body));
        } catch (RuntimeException e) {
            // Those who wait for these records must not wait for ever.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** HubSpot created none of them, and the value of one may be at fault. */
    private static boolean refusedTogether(CallFailure failure) {
        return (failure.kind() == FailureKind.VALIDATION || failure.kind() == FailureKind.CONFLICT)
                && !failure.maybeApplied();
    }

    private static KeyTarget target(List<NaturalKey> keys, int index, String traceId, CallResult result) {
        if (result instanceof CallFailure failure) {
            return KeyTarget.failed(failure);
        }
        ApiAnswer answer = (ApiAnswer) result;
        JsonNode body = answer.body() == null ? Json.MAPPER.createObjectNode() : answer.body();
        NaturalKey key = keys.get(index).normal();
        for (JsonNode record : body.path("results")) {
            String value = record.path("properties").path(key.property()).asText("");
            if (traceId.equals(record.path("objectWriteTraceId").asText())
                    || key.value()
                            .equals(new NaturalKey(key.objectType(), key.property(), value)
                                    .normal()
                                    .value())) {
                return KeyTarget.found(record.path("id").asText());
            }
        }
        JsonNode errors = body.path("errors");
        JsonNode own = errors.valueStream()
                .filter(error -> error.path("context").toString().contains('"' + traceId + '"'))
                .findFirst()
                .orElse(errors.size() == 1 && keys.size() == 1 ? errors.get(0) : null);
        return KeyTarget.failed(
                own == null
                        ? CallFailure.withoutResult(answer, FailureKind.AMBIGUOUS)
                        : CallFailure.refused(ErrorReader.read(answer.status(), own, answer.correlationId())));
    }
}
