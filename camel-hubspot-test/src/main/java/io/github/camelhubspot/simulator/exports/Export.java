// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

import java.time.Duration;
import java.time.Instant;

/**
 * One export and its file.
 *
 * @param records how many records the file has
 * @param doneAt when the file can be had
 */
public record Export(long id, ExportRequest request, ExportedFile file, int records, long createdAt, long doneAt) {

    private static final Duration FILE_LIFETIME = Duration.ofMinutes(5);

    /** The state at a time; one that has begun just then is still pending. */
    public ExportState state(long now) {
        if (now >= doneAt) {
            return ExportState.COMPLETE;
        }
        return now > createdAt ? ExportState.PROCESSING : ExportState.PENDING;
    }

    /** When its address dies. */
    public Instant expiresAt() {
        return Instant.ofEpochMilli(doneAt).plus(FILE_LIFETIME);
    }
}
