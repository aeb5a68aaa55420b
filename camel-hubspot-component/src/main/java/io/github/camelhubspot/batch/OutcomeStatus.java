// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

/** How one input of a batch ended. */
public enum OutcomeStatus {
    /** The record or link was created. */
    CREATED(true),
    /** The record was changed. */
    UPDATED(true),
    /** Nothing was to be done: a conflict that {@code onConflict=skip} lets pass, no property left to write, or none that would change. */
    SKIPPED(true),
    /** The record was archived, or the link removed. */
    ARCHIVED(true),
    /** The record, or the links of the record, were read. */
    FOUND(true),
    /** There is no such record. */
    NOT_FOUND(false),
    /** HubSpot, or the component before it, refused the input; nothing of it was written. */
    REJECTED(false),
    /** The answer was lost: the write was carried out or was not. */
    AMBIGUOUS(false),
    /** The run ended before the input was sent. */
    NOT_SENT(false);

    private final boolean success;

    OutcomeStatus(boolean success) {
        this.success = success;
    }

    /** Whether the input ended as its sender wished. */
    public boolean success() {
        return success;
    }
}
