// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.OutputShape;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.lookup.PropertyJsonSchema;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;
import io.github.camelhubspot.record.RecordRules;
import io.github.camelhubspot.record.RecordSource;

/** Carries out the operations that are one call about one thing. */
final class SingleCallHandler implements OperationHandler {

    private final ProducerParts parts;
    private final RecordCalls records;
    private final LinkWriter links;
    private final JobHandler jobs;

    /**
     * A handler.
     *
     * @param records carries out what is about one record
     * @param jobs ends what HubSpot goes on with after its answer
     */
    SingleCallHandler(ProducerParts parts, RecordCalls records, JobHandler jobs) {
        this.parts = parts;
        this.records = records;
        this.jobs = jobs;
        this.links = new LinkWriter(parts);
    }

    @Override
    public CompletableFuture<Runnable> handle(CallOptions options) {
        ApiOperation operation = options.operation();
        BodyReader bodies = new BodyReader(
                options.exchange(),
                parts.consumedBodies(),
                OperationCatalogue.batchForm(operation).orElse(null));
        Requests requests = new Requests(parts.client(), options);
        return switch (operation.input()) {
            case RECORD -> write(options, bodies);
            case RECORD_ID ->
                records.send(options, id(options, bodies)).thenApply(settled -> outcome(options, settled.result()));
            case TYPED_LINK, LINK ->
                links.write(options, requests, bodies).thenApply(settled -> linked(options, settled));
            case DEFINITION -> send(options, requests.withBody(definition(options, bodies)));
            case NAME -> send(options, requests.withName(name(options, bodies)));
            case ID_LIST -> send(options, requests.withBody(idList(options, bodies)));
            case ANYTHING -> send(options, requests.withBody(anything(options, bodies)));
            case FORM -> send(options, requests.fromOptions().withForm(Forms.read(options, bodies)));
            default -> send(options, requests.fromOptions());
        };
    }

    private CompletableFuture<Runnable> write(CallOptions options, BodyReader bodies) {
        RecordInput record = new RecordReader(bodies).read(options.message().getBody(), options.recordRules());
        if (options.operation().effect() == Effect.UPDATE
                && record.properties().isEmpty()
                && record.associations() == null
                && !options.dryRun()) {
            record.requiredId();
            return CompletableFuture.completedFuture(() -> {});
        }
        return records.send(options, record).thenApply(settled -> {
            if (settled.result() instanceof CallFailure failure) {
                parts.schemas().refused(options.text(OptionNames.OBJECT_TYPE), failure.error());
            }
            if (options.dryRun()) {
                return UnwrittenRecords.dryRun(options, parts, settled);
            }
            return settled.status() == OutcomeStatus.SKIPPED
                    ? UnwrittenRecords.skipped(options, settled)
                    : written(options, settled);
        });
    }

    private Runnable written(CallOptions options, Settled settled) {
        Runnable answer = outcome(options, settled.result());
        boolean mayDiffer = settled.status() != null
                && (options.skipUnchanged()
                        || (options.operation().uses(OptionNames.ON_CONFLICT)
                                && options.configuration().getOnConflict() != OnConflict.FAIL));
        return () -> {
            answer.run();
            if (mayDiffer) {
                options.message().setHeader(HubSpotConstants.OUTCOME, settled.status());
            }
            List<HubSpotWarning> warnings = warnings(settled);
            if (!warnings.isEmpty()) {
                options.message().setHeader(HubSpotConstants.WARNINGS, warnings);
            }
        };
    }

    /** Where the link was left out the body stays, and headers tell why. */
    private Runnable linked(CallOptions options, Settled settled) {
        if (settled.status() != OutcomeStatus.SKIPPED) {
            return outcome(options, settled.result());
        }
        return () -> {
            options.message().setHeader(HubSpotConstants.OUTCOME, OutcomeStatus.SKIPPED);
            options.message().setHeader(HubSpotConstants.WARNINGS, settled.warnings());
        };
    }

    private static List<HubSpotWarning> warnings(Settled settled) {
        List<HubSpotWarning> warnings = new ArrayList<>(settled.warnings());
        if (settled.result() instanceof ApiAnswer answer) {
            warnings.addAll(HubSpotWarning.in(answer.body()));
        }
        return warnings;
    }

    private CompletableFuture<Runnable> send(CallOptions options, ApiCall call) {
        CompletableFuture<CallResult> result = parts.client().send(call);
        ApiOperation operation = options.operation();
        boolean waits = operation.job() != null && options.configuration().isWait();
        if (waits) {
            result = result.thenComposeAsync(started -> jobs.end(options, started), parts.workers());
        }
        boolean content = waits ? operation.job().content() != null : operation.gives(OutputShape.CONTENT);
        return content
                ? result.thenComposeAsync(answer -> jobs.content(options, answer), parts.workers())
                : result.thenApply(answer -> outcome(options, answer));
    }

    private static RecordInput id(CallOptions options, BodyReader bodies) {
        return new RecordReader(bodies).readId(options.message().getBody(), options.recordRules());
    }

    private static JsonNode definition(CallOptions options, BodyReader bodies) {
        JsonNode json = bodies.toJson(options.message().getBody());
        if (!json.isObject()) {
            throw new IllegalArgumentException("The body of hubspot:"
                    + options.operation().label() + " must be HubSpot's definition: a map, a JSON object or a POJO");
        }
        return json;
    }

    private static String name(CallOptions options, BodyReader bodies) {
        String name = bodies.text(options.message().getBody());
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "The body of hubspot:" + options.operation().label() + " must be a text: the name");
        }
        return name.strip();
    }

    private static JsonNode idList(CallOptions options, BodyReader bodies) {
        RecordReader reader = new RecordReader(bodies);
        ArrayNode ids = Json.MAPPER.createArrayNode();
        try (RecordSource source = RecordSource.open(options.message().getBody(), bodies, true)) {
            while (hasNext(source)) {
                ids.add(recordId(
                        reader.readId(source.next(), RecordRules.OF_IDS).requiredId()));
                requireAtMost(options.operation(), ids.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static String recordId(String id) {
        NaturalKey key = NaturalKey.of(id);
        if (key != null) {
            throw new IllegalArgumentException(
                    "The list of ids names a record by its property '" + key.property()
                            + "', which this operation does not take; read the record first (operation=batchGet) and give its id");
        }
        return id;
    }

    private static boolean hasNext(RecordSource source) {
        try {
            return source.hasNext();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("The list of ids cannot be read to its end: " + e.getMessage(), e);
        }
    }

    private static void requireAtMost(ApiOperation operation, int count) {
        if (count > operation.maxInputs()) {
            throw new IllegalArgumentException("The body has more than " + operation.maxInputs()
                    + " ids, the most that hubspot:" + operation.label() + " takes; split it first");
        }
    }

    private static JsonNode anything(CallOptions options, BodyReader bodies) {
        Object body = options.message().getBody();
        return body == null
                        || (body instanceof CharSequence text && text.toString().isBlank())
                ? null
                : bodies.toJson(body);
    }

    private Runnable outcome(CallOptions options, CallResult result) {
        if (result instanceof ApiAnswer answer) {
            return () -> answered(options, answer);
        }
        CallFailure failure = (CallFailure) result;
        if (failure.kind() == FailureKind.NOT_FOUND && options.emptyIfNotFound()) {
            return () -> {
                headers(
                        options.message(),
                        failure.error().status(),
                        failure.error().correlationId());
                options.message().setBody(null);
            };
        }
        throw FailureExceptions.of(options.operation(), failure);
    }

    private void answered(CallOptions options, ApiAnswer answer) {
        Message message = options.message();
        headers(message, answer.status(), answer.correlationId());
        if (answer.body() == null) {
            return;
        }
        if (options.operation().gives(OutputShape.LIST)) {
            message.setBody(parts.entries(options, answer));
            return;
        }
        if (options.operation().gives(OutputShape.JSON_SCHEMA)) {
            String objectType = options.text(OptionNames.OBJECT_TYPE);
            setBody(options, answer.withBody(PropertyJsonSchema.of(objectType, answer.body())));
            return;
        }
        JsonNode named = answer.body().at(options.operation().resultId());
        String id = named.isValueNode() && !named.isNull()
                ? named.asText()
                : answer.body().path("createdResourceId").asText(null);
        if (id != null) {
            message.setHeader(HubSpotConstants.RESULT_ID, id);
        }
        setBody(options, answer);
    }

    private void setBody(CallOptions options, ApiAnswer answer) {
        try {
            options.message().setBody(parts.output().convert(answer.body()));
        } catch (IllegalArgumentException e) {
            throw FailureExceptions.unfit(options.operation(), answer, e);
        }
    }

    static void headers(Message message, int status, String correlationId) {
        message.setHeader(HubSpotConstants.STATUS_CODE, status);
        if (correlationId != null) {
            message.setHeader(HubSpotConstants.CORRELATION_ID, correlationId);
        }
    }
}
