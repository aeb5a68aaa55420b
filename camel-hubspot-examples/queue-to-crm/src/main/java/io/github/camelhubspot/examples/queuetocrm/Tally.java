// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of the messages, and tells once a second; thread-safe. */
public final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger("queue-to-crm");
    private static final double NANOS = 1e9;

    private long written;
    private long deadLetters;
    private long firstAt;
    private long lastAt;
    private long told;

    public void written() {
        writtenAll(1);
    }

    public synchronized void writtenAll(long records) {
        written += records;
        outcome();
    }

    public synchronized void deadLetter() {
        deadLetters++;
        outcome();
    }

    private void outcome() {
        lastAt = System.nanoTime();
        if (firstAt == 0) {
            firstAt = lastAt;
        }
        notifyAll();
    }

    /** Called by the route once a second. */
    public synchronized void progress() {
        long done = written + deadLetters;
        if (done > told) {
            LOG.info("{} contacts written, {} dead letters; {} in the last second", written, deadLetters, done - told);
        }
        told = done;
    }

    /** Waits until so many messages have their outcome. */
    public synchronized void await(long messages) throws InterruptedException {
        while (written + deadLetters < messages) {
            wait();
        }
    }

    /** How many records HubSpot has. */
    public synchronized long writtenRecords() {
        return written;
    }

    /** The time from the first outcome to the last. */
    public synchronized double seconds() {
        return (lastAt - firstAt) / NANOS;
    }
}
