// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.LabelMode;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.lookup.ExistingLinks;
import io.github.camelhubspot.prepare.LinkTargets;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.LinkReader;

/** Writes or removes one link: the records that natural keys name, its label, and the labels to keep are found out first. */
final class LinkWriter {

    private final ProducerParts parts;
    private final ExistingLinks existing;

    LinkWriter(ProducerParts parts) {
        this.parts = parts;
        this.existing = new ExistingLinks(parts.client());
    }

    /** Completed with how it ended; without a result where the link was left out. */
    CompletableFuture<Settled> write(CallOptions options, Requests requests, BodyReader bodies) {
        LinkInput link = new LinkReader(bodies).read(options.message().getBody(), options.linkRules());
        require("objectType", link.objectType());
        require("toObjectType", link.toObjectType());
        if (link.toObjectIds().size() > 1) {
            throw new IllegalArgumentException(
                    "The body names several records to link; use the batch operation for them");
        }
        LinkTargets targets = new LinkTargets(
                parts.keys(), options.missingTarget(), options.operation().effect() == Effect.REMOVE);
        return find(options, requests, targets, link)
                .thenCompose(settled -> {
                    LinkInput sent = settled.link;
                    boolean outdated = link.keyed()
                            && settled.end.result() instanceof CallFailure failure
                            && targets.outdated(link, sent, failure.error());
                    return outdated
                            ? find(options, requests, targets, link)
                            : CompletableFuture.completedFuture(settled);
                })
                .thenApply(settled -> settled.end);
    }

    /** Finds the records that natural keys name, and writes the link between them. */
    private CompletableFuture<Written> find(
            CallOptions options, Requests requests, LinkTargets targets, LinkInput link) {
        return targets.find(List.of(link)).thenCompose(all -> {
            LinkTargets.Found found = all.get(0);
            if (found.failure() != null || found.leftOut()) {
                OutcomeStatus status = found.leftOut() ? OutcomeStatus.SKIPPED : OutcomeStatus.NOT_SENT;
                return CompletableFuture.completedFuture(
                        new Written(link, new Settled(status, found.failure(), found.warnings())));
            }
            return sendTyped(options, requests, found.link())
                    .thenApply(result -> new Written(found.link(), new Settled(null, result)));
        });
    }

    private CompletableFuture<CallResult> sendTyped(CallOptions options, Requests requests, LinkInput link) {
        if (link.label() != null) {
            return parts.labels()
                    .types(link.objectType(), link.toObjectType(), link.label())
                    .thenCompose(found -> found.failure() != null
                            ? CompletableFuture.completedFuture(found.failure())
                            : send(options, requests, link.withTypes(found.value())));
        }
        return send(options, requests, link);
    }

    private record Written(LinkInput link, Settled end) {}

    private CompletableFuture<CallResult> send(CallOptions options, Requests requests, LinkInput link) {
        boolean add = options.operation().uses(OptionNames.LABEL_MODE)
                && options.configuration().getLabelMode() == LabelMode.ADD;
        if (!add) {
            return parts.client().send(requests.aboutLink(link));
        }
        return existing.read(link.objectType(), link.toObjectType(), List.of(link.objectId()))
                .thenCompose(found -> {
                    if (found.failure() != null) {
                        return CompletableFuture.completedFuture(found.failure());
                    }
                    ArrayNode present = found.value().get(ExistingLinks.key(link.objectId(), link.toObjectId()));
                    LinkInput all = link.withTypes(ExistingLinks.union(present, link.types()));
                    return parts.client().send(requests.aboutLink(all));
                });
    }

    private static void require(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The " + name + " of the link is missing; give it in the URI, as a header or in the body");
        }
    }
}
