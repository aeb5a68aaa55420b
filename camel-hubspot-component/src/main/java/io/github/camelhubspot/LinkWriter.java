// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.LabelMode;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.lookup.ExistingLinks;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.LinkReader;

/** Writes or removes one link: its label is resolved first, and labels to keep are read first. */
final class LinkWriter {

    private final ProducerParts parts;
    private final ExistingLinks existing;

    LinkWriter(ProducerParts parts) {
        this.parts = parts;
        this.existing = new ExistingLinks(parts.client());
    }

    CompletableFuture<CallResult> write(CallOptions options, Requests requests, BodyReader bodies) {
        LinkInput link = new LinkReader(bodies).read(options.message().getBody(), options.linkRules());
        require("objectType", link.objectType());
        require("toObjectType", link.toObjectType());
        if (link.toObjectIds().size() > 1) {
            throw new IllegalArgumentException(
                    "The body names several records to link; use the batch operation for them");
        }
        if (link.label() != null) {
            return parts.labels()
                    .types(link.objectType(), link.toObjectType(), link.label())
                    .thenCompose(found -> found.failure() != null
                            ? CompletableFuture.completedFuture(found.failure())
                            : send(options, requests, link.withTypes(found.value())));
        }
        return send(options, requests, link);
    }

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
