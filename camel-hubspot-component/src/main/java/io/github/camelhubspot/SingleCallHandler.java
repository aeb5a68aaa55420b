// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotWarning;
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
            case DEFINITION -> send(options, requests.withBody(SingleBodies.definition(options, bodies)));
            case NAME -> send(options, requests.withName(SingleBodies.name(options, bodies)));
            case ID_LIST -> send(options, requests.withBody(SingleBodies.idList(options, bodies)));
            case ANYTHING -> send(options, requests.withBody(SingleBodies.anything(options, bodies)));
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
