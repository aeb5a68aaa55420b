// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.ExistingLinks;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.LinkReader;

/** Writes or removes many links: labels are resolved first, and labels to keep are read first. */
final class LinkBatch implements BatchKind {

    private final ApiOperation operation;
    private final BatchOptions options;
    private final LinkReader reader;
    private final AssociationLabels labels;
    private final ExistingLinks existing;

    LinkBatch(
            ApiOperation operation,
            BatchOptions options,
            LinkReader reader,
            AssociationLabels labels,
            ExistingLinks existing) {
        this.operation = operation;
        this.options = options;
        this.reader = reader;
        this.labels = labels;
        this.existing = existing;
    }

    @Override
    public ApiOperation operation() {
        return operation;
    }

    @Override
    public void read(Entry entry) {
        LinkInput link = reader.read(entry.input, options.linkRules());
        requireType("objectType", link.objectType());
        requireType("toObjectType", link.toObjectType());
        boolean severalTargets = operation.input() == InputShape.LINKS && operation.effect() == Effect.REMOVE;
        if (link.toObjectIds().size() > 1 && !severalTargets) {
            throw new IllegalArgumentException(
                    "The list 'to' of the link names several records; give one input for each");
        }
        entry.link = link;
        entry.key = link.key();
        entry.group = ObjectTypes.plural(link.objectType()) + '/' + ObjectTypes.plural(link.toObjectType());
        if (operation.effect() != Effect.REMOVE) {
            // The answer has a link in both directions, so that no chunk may ask for 1->2 and for 2->1.
            entry.order = entry.group
                    + ' '
                    + Stream.of(link.objectId(), link.toObjectId()).sorted().collect(Collectors.joining("->"));
        }
    }

    private static void requireType(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The " + name + " of the link is missing; give it in the URI, as a header or in the body");
        }
    }

    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        LinkCodec codec = new LinkCodec(operation, options);
        CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
        Set<String> names = new LinkedHashSet<>();
        entries.stream()
                .map(entry -> entry.link.label())
                .filter(label -> label != null)
                .forEach(names::add);
        for (String label : names) {
            ready = ready.thenCompose(done -> resolve(label, entries, codec, sender));
        }
        if (options.labelMode() == LabelMode.ADD && operation.uses(OptionNames.LABEL_MODE)) {
            ready = ready.thenCompose(done -> keepLabels(entries, codec, sender));
        }
        return ready.thenComposeAsync(done -> sender.send(codec, open(entries)), sender.workers());
    }

    private CompletableFuture<Void> resolve(String label, List<Entry> entries, LinkCodec codec, ChunkSender sender) {
        LinkInput any = entries.get(0).link;
        List<Entry> labelled = entries.stream()
                .filter(entry -> label.equals(entry.link.label()))
                .toList();
        return labels.types(any.objectType(), any.toObjectType(), label).thenAccept(result -> {
            if (result.failure() != null) {
                failAll(labelled, result.failure(), codec, sender);
            } else {
                labelled.forEach(entry -> entry.link = entry.link.withTypes(result.value()));
            }
        });
    }

    private CompletableFuture<Void> keepLabels(List<Entry> entries, LinkCodec codec, ChunkSender sender) {
        List<Entry> open = open(entries);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        LinkInput any = open.get(0).link;
        Set<String> fromIds = new LinkedHashSet<>();
        open.forEach(entry -> fromIds.add(entry.link.objectId()));
        return existing.read(any.objectType(), any.toObjectType(), fromIds).thenAccept(result -> {
            if (result.failure() != null) {
                failAll(open, result.failure(), codec, sender);
                return;
            }
            for (Entry entry : open) {
                ArrayNode present =
                        result.value().get(ExistingLinks.key(entry.link.objectId(), entry.link.toObjectId()));
                entry.link = entry.link.withTypes(ExistingLinks.union(present, entry.link.types()));
            }
        });
    }

    private static void failAll(List<Entry> entries, CallFailure failure, LinkCodec codec, ChunkSender sender) {
        sender.failAll(codec, entries, failure);
    }

    private static List<Entry> open(List<Entry> entries) {
        return entries.stream().filter(Entry::open).toList();
    }
}
