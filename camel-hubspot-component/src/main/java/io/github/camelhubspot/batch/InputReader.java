// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.io.Closeable;
import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.record.RecordSource;

/** Reads the inputs of a run, one after the other; confined to one thread at a time. */
final class InputReader implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(InputReader.class);

    private final BatchKind kind;
    private final RecordSource source;
    private long position;
    private boolean ended;
    private boolean broken;

    InputReader(BatchKind kind, RecordSource source) {
        this.kind = kind;
        this.source = source;
    }

    /**
     * Whether there is another input.
     *
     * @throws RuntimeException where the body cannot be read any further
     */
    boolean hasNext() {
        try {
            ended = !source.hasNext();
            return !ended;
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    /**
     * Reads the next input; where it cannot be sent, or need not, it has its outcome.
     *
     * @throws RuntimeException where the body cannot be read any further
     */
    Entry next() {
        Entry entry = take();
        try {
            kind.read(entry);
            entry.settleOrder();
        } catch (IllegalArgumentException e) {
            entry.fail(OutcomeStatus.REJECTED, HubSpotError.local(e.getMessage()));
        } catch (RuntimeException e) {
            entry.fail(OutcomeStatus.REJECTED, HubSpotError.local("The input cannot be read: " + e));
        }
        return entry;
    }

    private Entry take() {
        try {
            return new Entry(position++, source.next());
        } catch (RuntimeException e) {
            position--;
            broken = true;
            throw e;
        }
    }

    /** The index of the next input. */
    long position() {
        return position;
    }

    /** Whether the last input was read. */
    boolean ended() {
        return ended;
    }

    /** The next input of a run that ended before it; null where there is none, or none that could be told of. */
    Entry nextUnsent() {
        // What was not read yet of a stream is not there, nor what follows a fault.
        if (source.streamed() || broken) {
            return null;
        }
        try {
            return hasNext() ? take() : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            // Every input has its outcome by now, which must not be lost for this.
            LOG.warn("The body of a batch could not be closed: {}", e.toString());
        }
    }
}
