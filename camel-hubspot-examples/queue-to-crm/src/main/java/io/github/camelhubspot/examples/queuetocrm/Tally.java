// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.HashSet;
import java.util.Set;

import org.apache.camel.Body;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;

/** Counts what became of the messages, and tells once a second; called by the routes; thread-safe. */
public final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger("queue-to-crm");
    private static final double NANOS = 1e9;

    /** What was counted; null where it is not kept. */
    private final Set<String> counted;

    private long written;
    private long deadLetters;
    private long firstAt;
    private long lastAt;
    private long told;

    /** A tally of a worker that goes on for ever: what is delivered again counts again. */
    public Tally() {
        this(null);
    }

    private Tally(Set<String> counted) {
        this.counted = counted;
    }

    /** A tally of a run that ends: what is delivered again counts once. */
    static Tally ofOneRun() {
        return new Tally(new HashSet<>());
    }

    public synchronized void written(@Header(HubSpotConstants.RESULT_ID) String recordId) {
        written += isNew("record", recordId) ? 1 : 0;
        outcome();
    }

    public synchronized void writtenAll(@Body BatchResult result) {
        for (BatchOutcome outcome : result) {
            written += outcome.status().success() && isNew("key", outcome.key()) ? 1 : 0;
        }
        outcome();
    }

    public synchronized void deadLetter(@Body String letter) {
        deadLetters += isNew("dead letter", letter) ? 1 : 0;
        outcome();
    }

    private boolean isNew(String kind, String name) {
        return counted == null || counted.add(kind + ' ' + name);
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
