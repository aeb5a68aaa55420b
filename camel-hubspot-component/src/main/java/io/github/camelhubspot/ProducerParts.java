// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.github.camelhubspot.api.PageShape;
import io.github.camelhubspot.batch.Batches;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.PropertySchemas;
import io.github.camelhubspot.record.ConsumedBodies;
import io.github.camelhubspot.record.OutputConverter;

/**
 * What the handlers of a producer work with.
 *
 * @param client sends calls
 * @param labels resolves labels
 * @param lostCreates finds out what became of creates whose answers were lost
 * @param schemas tells which properties there are
 * @param batches carries out batches
 * @param output shapes answers
 * @param workers goes on when a call has ended
 * @param consumedBodies remembers one-shot bodies
 * @param stopping whether the producer or the context is being stopped
 */
record ProducerParts(
        HubSpotClient client,
        AssociationLabels labels,
        LostCreates lostCreates,
        PropertySchemas schemas,
        Batches batches,
        OutputConverter output,
        Executor workers,
        ConsumedBodies consumedBodies,
        BooleanSupplier stopping) {

    /** The entries of an answer, each in the shape that was asked for. */
    List<Object> entries(CallOptions options, ApiAnswer answer) {
        List<Object> entries = new ArrayList<>();
        try {
            PageShape pages = options.operation().pages();
            answer.body()
                    .path(pages == null ? "results" : pages.entries())
                    .forEach(entry ->
                            entries.add(output.convert(options.operation().alike(entry))));
        } catch (IllegalArgumentException e) {
            throw FailureExceptions.unfit(options.operation(), answer, e);
        }
        return entries;
    }
}
