// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Map;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.CurrentRecords;
import io.github.camelhubspot.lookup.ExistingLinks;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.PropertySchemas;
import io.github.camelhubspot.lookup.RecordLookup;
import io.github.camelhubspot.prepare.Comparison;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.LinkReader;
import io.github.camelhubspot.record.RecordReader;

/** Which kind of batch carries out which operation. */
final class BatchKinds {

    private static final Map<String, Factory> FACTORIES = Map.of(
            "objects?operation=batchCreate",
                    (row, options, parts) -> new CreateBatch(
                            row,
                            options,
                            parts.records(),
                            parts.lookup(),
                            parts.lostCreates(),
                            parts.unchanged(options)),
            "objects?operation=batchGet", (row, options, parts) -> new ReadBatch(row, options, parts.records()),
            "objects?operation=batchUpdate",
                    (row, options, parts) ->
                            new UpdateBatch(row, options, parts.records(), parts.lookup(), parts.unchanged(options)),
            "objects?operation=batchUpsert",
                    (row, options, parts) -> new UpsertBatch(row, options, parts.records(), parts.unchanged(options)),
            "objects?operation=batchArchive", (row, options, parts) -> new ArchiveBatch(row, options, parts.records()),
            "associations?operation=batchGet",
                    (row, options, parts) -> new LinkReadBatch(row, options, parts.records()),
            "associations?operation=batchPut", BatchKinds::links,
            "associations?operation=batchPutDefault", BatchKinds::links,
            "associations?operation=batchArchive", BatchKinds::links,
            "associations?operation=batchArchiveLabels", BatchKinds::links);

    private BatchKinds() {}

    static BatchKind of(
            ApiOperation row,
            BatchOptions options,
            BodyReader bodies,
            HubSpotClient client,
            AssociationLabels labels,
            LostCreates lostCreates,
            PropertySchemas schemas) {
        if (row.input() == InputShape.DEFINITIONS || row.input() == InputShape.NAMES) {
            return new DefinitionBatch(row, options, bodies);
        }
        Factory factory = FACTORIES.get(row.label());
        if (factory == null) {
            throw new IllegalStateException("No batch carries out hubspot:" + row.label());
        }
        Parts parts = new Parts(bodies, client, labels, lostCreates, schemas);
        BatchKind kind = factory.create(row, options, parts);
        return options.dryRun() ? new DryRunBatch(kind, options, parts.comparison(options)) : kind;
    }

    private static BatchKind links(ApiOperation row, BatchOptions options, Parts parts) {
        return new LinkBatch(row, options, new LinkReader(parts.bodies), parts.labels, new ExistingLinks(parts.client));
    }

    private interface Factory {
        BatchKind create(ApiOperation row, BatchOptions options, Parts parts);
    }

    private record Parts(
            BodyReader bodies,
            HubSpotClient client,
            AssociationLabels labels,
            LostCreates lostCreates,
            PropertySchemas schemas) {
        RecordReader records() {
            return new RecordReader(bodies);
        }

        RecordLookup lookup() {
            return new RecordLookup(client);
        }

        Comparison comparison(BatchOptions options) {
            return new Comparison(options.objectType(), schemas, new CurrentRecords(client), options.normalisesDates());
        }

        Unchanged unchanged(BatchOptions options) {
            return new Unchanged(options.skipUnchanged() ? comparison(options) : null);
        }
    }
}
