// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.BatchOptions;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.batch.SharedInput;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.prepare.MissingTarget;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.RecordInput;

/**
 * Carries out an operation on one record by a batch call that it shares with the records of other messages, as
 * {@code microBatch} asks for; and a dry run, which is one of a batch, alone.
 */
final class SharedCalls implements RecordCalls {

    private final Function<BooleanSupplier, ProducerParts> partsFor;
    private final ProducerParts parts;
    private final AccountKey account;
    private final EndpointClients.Manner manner;
    private final MicroBatches waiting;

    /**
     * Shared calls.
     *
     * @param partsFor what a call is sent with whose messages' routes stop as it tells
     * @param parts what the message at hand would be sent with alone
     */
    SharedCalls(
            Function<BooleanSupplier, ProducerParts> partsFor,
            ProducerParts parts,
            AccountKey account,
            EndpointClients.Manner manner,
            MicroBatches waiting) {
        this.partsFor = partsFor;
        this.parts = parts;
        this.account = account;
        this.manner = manner;
        this.waiting = waiting;
    }

    @Override
    public CompletableFuture<Settled> send(CallOptions options, RecordInput record) {
        // What is wrong with this one must not reach the others.
        new Requests(parts.client(), options).check(record);
        ApiOperation operation = batchForm(options.operation());
        List<String> histories = options.names(OptionNames.PROPERTIES_WITH_HISTORY);
        HubSpotConfiguration configuration = options.configuration();
        int maximum = maximum(operation, !histories.isEmpty());
        int size = configuration.getMicroBatchSize() == 0 ? maximum : configuration.getMicroBatchSize();
        Key key = new Key(
                account,
                manner,
                operation.label(),
                ObjectTypes.plural(options.text(OptionNames.OBJECT_TYPE)),
                record.idProperty(),
                options.names(OptionNames.PROPERTIES),
                histories,
                configuration.isArchived(),
                configuration.getOnConflict(),
                options.skipUnchanged(),
                options.dryRun(),
                options.apiVersion().normalisesDates(),
                Math.min(size, maximum),
                configuration.getMicroBatchDelay());
        boolean read = operation.effect() == Effect.READ;
        checkAssociations(configuration, options.operation());
        if (read && key.idProperty != null && key.properties.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option properties is missing; with microBatch=true a get by"
                            + " idProperty needs it, since HubSpot's batch read gives its default properties only by record id");
        }
        SharedInput input = new SharedInput(
                operation.effect() == Effect.CREATE ? namedByItsOwnValue(record) : record, parts.stopping());
        if (configuration.isMicroBatch()) {
            waiting.join(key, input, key.size, key.delay, inputs -> carryOut(operation, key, inputs));
        } else {
            carryOut(operation, key, List.of(input));
        }
        return input.end().thenCompose(settled -> {
            // A call of its own would not write the links of what exists already, which the shared one does.
            boolean linked =
                    operation.effect() == Effect.CREATE && !record.links().isEmpty();
            if (!key.dryRun && !linked && mayEndOtherwiseAlone(settled.result(), operation.effect(), record)) {
                return UnchangedCalls.own(options, parts).send(options, record);
            }
            return CompletableFuture.completedFuture(read ? withoutUnasked(key, settled) : settled);
        });
    }

    /**
     * Whether nothing was done, for a reason that a call of its own may not have: a batch knows no ids of merged records,
     * it may need scopes for what other records hold and to look records up, and an answer to many may leave open whose
     * a record is.
     */
    private static boolean mayEndOtherwiseAlone(CallResult result, Effect effect, RecordInput record) {
        if (!(result instanceof CallFailure failure)) {
            return false;
        }
        return switch (failure.kind()) {
            case MISSING_SCOPE -> !failure.maybeApplied();
            case NOT_FOUND -> record.idProperty() == null && (effect == Effect.READ || effect == Effect.UPDATE);
            case UNAVAILABLE -> effect == Effect.READ && failure.error().status() / 100 == 2;
            default -> false;
        };
    }

    /**
     * Checks that no associations are to be read.
     *
     * @throws IllegalArgumentException where they are
     */
    static void checkAssociations(HubSpotConfiguration configuration, ApiOperation single) {
        if (single.uses(OptionNames.ASSOCIATIONS) && configuration.getAssociations() != null) {
            throw new IllegalArgumentException("The option associations cannot be used with microBatch=true, since"
                    + " HubSpot's batch read does not take it; remove one of them");
        }
    }

    /** The operation that does the same to many. */
    static ApiOperation batchForm(ApiOperation single) {
        return OperationCatalogue.find(
                single.resource(), OperationCatalogue.batchForm(single).orElseThrow());
    }

    /** The most records of a call. */
    static int maximum(ApiOperation batch, boolean histories) {
        return histories ? batch.maxInputsWithHistory() : batch.maxInputs();
    }

    private void carryOut(ApiOperation operation, Key key, List<SharedInput> inputs) {
        // Others may go on where some stop: only all of them end the waiting.
        BooleanSupplier stopping = () -> inputs.stream().allMatch(SharedInput::stopping);
        BatchOptions options = new BatchOptions(
                key.objectType,
                null,
                null,
                key.properties,
                key.histories,
                key.archived,
                key.onConflict,
                null,
                MissingTarget.FAIL,
                UUID.randomUUID() + "-",
                // Each message's record is prepared before it is shared.
                Preparation.NONE,
                key.skipUnchanged,
                key.dryRun,
                key.normalisesDates,
                json -> json);
        partsFor.apply(stopping).batches().share(operation, options, inputs);
    }

    /** An id in a header is not that of the record to create. */
    private static RecordInput namedByItsOwnValue(RecordInput record) {
        return record.named(record.uniqueValue(), record.idProperty());
    }

    /** A batch read needs the unique property to tell the records apart, whether it was asked for or not. */
    private static Settled withoutUnasked(Key key, Settled settled) {
        if (key.idProperty != null
                && !key.properties.contains(key.idProperty)
                && settled.result() instanceof ApiAnswer answer) {
            JsonNode properties = answer.body().path("properties");
            if (properties instanceof ObjectNode object) {
                object.remove(key.idProperty);
            }
        }
        return settled;
    }

    /** What messages must agree in to share a call. */
    private record Key(
            AccountKey account,
            EndpointClients.Manner manner,
            String operation,
            String objectType,
            String idProperty,
            List<String> properties,
            List<String> histories,
            boolean archived,
            OnConflict onConflict,
            boolean skipUnchanged,
            boolean dryRun,
            boolean normalisesDates,
            int size,
            Duration delay) {}
}
