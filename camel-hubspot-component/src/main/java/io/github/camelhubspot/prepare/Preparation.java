// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that is done with records before they are sent. */
@FunctionalInterface
public interface Preparation {

    /** Leaves records as they are. */
    Preparation NONE = drafts -> CompletableFuture.completedFuture(null);

    /**
     * Prepares records, those of one chunk together; drafts that are not open are left alone.
     *
     * @return completed when each is changed, refused, failed, or as it was; on any thread
     */
    CompletableFuture<Void> prepare(List<Draft> drafts);

    /** This preparation, and then another of what it leaves open. */
    default Preparation then(Preparation next) {
        if (next == NONE) {
            return this;
        }
        return this == NONE
                ? next
                : drafts -> prepare(drafts).thenCompose(done -> {
                    List<Draft> open = drafts.stream().filter(Draft::open).toList();
                    return open.isEmpty() ? CompletableFuture.completedFuture(null) : next.prepare(open);
                });
    }
}
