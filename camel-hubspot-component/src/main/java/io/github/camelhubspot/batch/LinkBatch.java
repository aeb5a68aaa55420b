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
import io.github.camelhubspot.prepare.LinkTargets;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.LinkReader;

/** Writes or removes many links: labels are resolved first, and labels to keep are read first. */
final class LinkBatch implements BatchKind {

    private final ApiOperation operation;
    private final BatchOptions options;
    private final LinkReader reader;
    private final AssociationLabels labels;
    private final ExistingLinks existing;
    private final LinkTargets targets;
    /** Whether a natural key was read: from then on links keep their order by the ids that are still to be found. */
    private boolean keyed;

    LinkBatch(
            ApiOperation operation,
            BatchOptions options,
            LinkReader reader,
            AssociationLabels labels,
            ExistingLinks existing,
            LinkTargets targets) {
        this.operation = operation;
        this.options = options;
        this.reader = reader;
        this.labels = labels;
        this.existing = existing;
        this.targets = targets;
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
        entry.given = link;
        entry.key = link.key();
        entry.group = ObjectTypes.plural(link.objectType()) + '/' + ObjectTypes.plural(link.toObjectType());
        keyed |= link.keyed();
        if (keyed) {
            entry.recordId = order(entry);
        }
        if (operation.effect() != Effect.REMOVE) {
            entry.order = order(entry);
        }
    }

    /** The answer has a link in both directions, so that no chunk may ask for 1->2 and for 2->1. */
    private static String order(Entry entry) {
        return entry.group
                + ' '
                + Stream.concat(Stream.of(entry.link.objectId()), entry.link.toObjectIds().stream())
                        .sorted()
                        .collect(Collectors.joining("->"));
    }

    private static void requireType(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The " + name + " of the link is missing; give it in the URI, as a header or in the body");
        }
    }

    /** Sends links between ids; those that keep their order by ids which are looked up now are left open. */
    @Override
    public CompletableFuture<Void> process(List<Entry> entries, ChunkSender sender) {
        List<Entry> later =
                entries.stream().filter(entry -> entry.recordId != null).toList();
        List<Entry> now =
                entries.stream().filter(entry -> entry.recordId == null).toList();
        return find(later, sender).thenCompose(done -> write(now, sender));
    }

    @Override
    public CompletableFuture<Void> update(List<Entry> entries, ChunkSender sender) {
        return write(entries, sender).thenCompose(done -> {
            List<Entry> outdated = entries.stream().filter(this::outdated).toList();
            outdated.forEach(entry -> {
                entry.reopen();
                entry.link = entry.given;
            });
            return find(outdated, sender).thenCompose(found -> write(open(outdated), sender));
        });
    }

    private boolean outdated(Entry entry) {
        return entry.outcome.status() == OutcomeStatus.REJECTED
                && targets.outdated(entry.given, entry.link, entry.outcome.error());
    }

    /** Finds the records that natural keys name. */
    private CompletableFuture<Void> find(List<Entry> entries, ChunkSender sender) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return targets.find(entries.stream().map(entry -> entry.link).toList())
                .thenAcceptAsync(
                        found -> {
                            for (int i = 0; i < found.size(); i++) {
                                take(entries.get(i), found.get(i), sender);
                            }
                        },
                        sender.workers());
    }

    private static void take(Entry entry, LinkTargets.Found found, ChunkSender sender) {
        entry.link = found.link();
        entry.warnings.addAll(found.warnings());
        entry.recordId = order(entry);
        if (found.failure() != null) {
            sender.failUnsent(entry, found.failure());
        } else if (found.leftOut()) {
            entry.end(OutcomeStatus.SKIPPED);
        }
    }

    private CompletableFuture<Void> write(List<Entry> entries, ChunkSender sender) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        LinkCodec codec = new LinkCodec(operation, options.output());
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
