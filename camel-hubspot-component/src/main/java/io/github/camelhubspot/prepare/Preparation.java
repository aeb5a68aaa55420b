// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordInput;

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

    /**
     * Whether HubSpot's refusal of a record shows that what was found out for it holds no longer, so that it is to be
     * prepared anew, once, from what it was at first.
     */
    default boolean outdated(RecordInput record, HubSpotError error) {
        return false;
    }

    /** This preparation, and then another of what it leaves open. */
    default Preparation then(Preparation next) {
        if (next == NONE) {
            return this;
        }
        return this == NONE ? next : new Sequence(this, next);
    }
}
