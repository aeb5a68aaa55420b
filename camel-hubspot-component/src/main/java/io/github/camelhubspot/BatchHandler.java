// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.BatchOptions;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.BatchStop;
import io.github.camelhubspot.batch.Batches;
import io.github.camelhubspot.batch.RejectedSink;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordSource;

/** Carries out the operations on many records. */
final class BatchHandler implements OperationHandler {

    private final ProducerParts parts;
    private final RejectedEndpoint rejectedEndpoint;

    /**
     * A handler.
     *
     * @param rejectedEndpoint gets what did not succeed; null for none
     */
    BatchHandler(ProducerParts parts, RejectedEndpoint rejectedEndpoint) {
        this.parts = parts;
        this.rejectedEndpoint = rejectedEndpoint;
    }

    @Override
    public CompletableFuture<Runnable> handle(CallOptions options) {
        requireObjectTypes(options);
        BodyReader bodies = new BodyReader(options.exchange(), parts.consumedBodies(), null);
        RecordSource source = RecordSource.open(
                options.message().getBody(), bodies, options.operation().input().texts());
        HubSpotConfiguration configuration = options.configuration();
        KeepOutcomes keep = configuration.getKeepOutcomes();
        boolean keepSuccesses = keep == null ? !source.streamed() : keep == KeepOutcomes.ALL;
        RejectedSink sink = rejectedEndpoint == null ? null : rejectedEndpoint.sinkFor(options.exchange());
        return parts.batches()
                .start(
                        options.operation(),
                        batchOptions(options, keepSuccesses),
                        bodies,
                        source,
                        new Batches.Keeping(keepSuccesses, configuration.getMaxRejected()),
                        sink,
                        parts.stopping())
                .thenApply(result -> () -> set(options, result));
    }

    /** Records and definitions do not name their type; links may. */
    private void requireObjectTypes(CallOptions options) {
        ApiOperation operation = options.operation();
        if (operation.input() != InputShape.LINKS && operation.input() != InputShape.TYPED_LINKS) {
            parts.client().newCall(operation, options::text, null, null);
        }
    }

    private BatchOptions batchOptions(CallOptions options, boolean keepSuccesses) {
        HubSpotConfiguration configuration = options.configuration();
        return new BatchOptions(
                options.text(OptionNames.OBJECT_TYPE),
                options.recordRules(),
                options.linkRules(),
                options.names(OptionNames.PROPERTIES),
                options.names(OptionNames.PROPERTIES_WITH_HISTORY),
                configuration.isArchived(),
                configuration.getOnConflict(),
                configuration.getLabelMode(),
                UUID.randomUUID() + "-",
                Preparations.of(options, parts),
                options.skipUnchanged(),
                options.dryRun(),
                options.apiVersion().normalisesDates(),
                // Only successes have a record.
                keepSuccesses ? shape(options) : null);
    }

    private Function<JsonNode, Object> shape(CallOptions options) {
        return options.dryRun() ? parts.output()::report : parts.output()::convert;
    }

    private void set(CallOptions options, BatchResult result) {
        Exchange exchange = options.exchange();
        Message message = exchange.getMessage();
        message.setHeader(HubSpotConstants.SUCCEEDED, result.succeeded());
        message.setHeader(HubSpotConstants.FAILED, result.failed());
        if (result.dryRun()) {
            message.setHeader(HubSpotConstants.DRY_RUN, true);
        }
        for (BatchOutcome outcome : result) {
            if (outcome.error() != null) {
                parts.schemas().refused(options.text(OptionNames.OBJECT_TYPE), outcome.error());
            }
        }
        boolean report = rejectedEndpoint != null || options.configuration().getBatchFailure() == BatchFailure.REPORT;
        boolean fails = result.stopped().isPresent() || (result.failed() > 0 && !report);
        if (fails) {
            exchange.setProperty(HubSpotConstants.BATCH_RESULT, result);
            throw exception(options, result);
        }
        message.setBody(result);
    }

    private static HubSpotBatchException exception(CallOptions options, BatchResult result) {
        StringBuilder text =
                new StringBuilder("hubspot:").append(options.operation().label());
        text.append(": ")
                .append(result.failed())
                .append(" of ")
                .append(result.total())
                .append(" inputs failed ");
        text.append(result.counts());
        BatchStop stop = result.stopped().orElse(null);
        if (stop != null) {
            text.append("; the run ended at input ")
                    .append(stop.index())
                    .append(": ")
                    .append(stop.reason());
        }
        for (BatchOutcome outcome : result) {
            if (!outcome.status().success() && outcome.error() != null) {
                text.append("; the first: input ")
                        .append(outcome.index())
                        .append(' ')
                        .append(outcome.status());
                if (outcome.error().status() > 0) {
                    text.append(" with HTTP status ").append(outcome.error().status());
                }
                String properties = FailureExceptions.properties(outcome.error());
                text.append(properties.isEmpty() ? "" : " for " + properties);
                break;
            }
        }
        text.append(". The result holds the outcome of each; send again only what it names (docs: errors.md#batch)");
        return new HubSpotBatchException(
                text.toString(), stop == null ? null : stop.error(), stop == null ? null : stop.cause(), result);
    }
}
