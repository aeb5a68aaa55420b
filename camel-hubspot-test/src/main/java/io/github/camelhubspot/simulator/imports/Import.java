// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.List;

import io.github.camelhubspot.simulator.crm.WriteMode;

/** One import, from its start to its end. */
public final class Import {

    /** A file of the import, in the order of the request's mappings. */
    public record File(long id, byte[] content) {}

    private final long id;
    private final String app;
    private final ImportRequest request;
    private final List<File> files;
    private final WriteMode mode;
    private final long createdAt;
    private final long dueAt;
    private ImportState ended;
    private long endedAt;
    private ImportResult result = ImportResult.NONE;

    Import(long id, String app, ImportRequest request, List<File> files, WriteMode mode, long createdAt, long dueAt) {
        this.id = id;
        this.app = app;
        this.request = request;
        this.files = files;
        this.mode = mode;
        this.createdAt = createdAt;
        this.dueAt = dueAt;
    }

    public long id() {
        return id;
    }

    boolean isOf(String other) {
        return app.equals(other);
    }

    public ImportRequest request() {
        return request;
    }

    public List<File> files() {
        return files;
    }

    WriteMode mode() {
        return mode;
    }

    public long createdAt() {
        return createdAt;
    }

    boolean isDue(long now) {
        return now >= dueAt;
    }

    /** The state at a time; one that has begun just then has only been started. */
    public synchronized ImportState state(long now) {
        if (ended != null) {
            return ended;
        }
        return now > createdAt ? ImportState.PROCESSING : ImportState.STARTED;
    }

    public synchronized long updatedAt() {
        return ended == null ? createdAt : endedAt;
    }

    public synchronized ImportResult result() {
        return result;
    }

    synchronized void done(ImportResult outcome) {
        ended = outcome.failed() ? ImportState.FAILED : ImportState.DONE;
        endedAt = dueAt;
        result = outcome;
    }

    synchronized void canceled(long now) {
        ended = ImportState.CANCELED;
        endedAt = now;
    }
}
