// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordInput;

/** Two preparations, the second of what the first leaves open. */
record Sequence(Preparation first, Preparation second) implements Preparation {

    @Override
    public CompletableFuture<Void> prepare(List<Draft> drafts) {
        return first.prepare(drafts).thenCompose(done -> {
            List<Draft> open = drafts.stream().filter(Draft::open).toList();
            return open.isEmpty() ? CompletableFuture.completedFuture(null) : second.prepare(open);
        });
    }

    @Override
    public boolean outdated(RecordInput record, HubSpotError error) {
        return first.outdated(record, error) || second.outdated(record, error);
    }
}
