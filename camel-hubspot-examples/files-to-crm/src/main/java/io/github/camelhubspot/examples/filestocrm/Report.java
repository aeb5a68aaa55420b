// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of all files, and how far the program is; thread-safe. */
public final class Report {

    private static final Logger LOG = LoggerFactory.getLogger("files-to-crm");
    private static final double NANOS = 1e9;

    private final List<FileReport> files = new ArrayList<>();
    private long startedAt;
    private long lastAt;
    private long lastDone;

    synchronized void started() {
        startedAt = System.nanoTime();
        lastAt = startedAt;
    }

    /** Called by the route when a file comes in; the report is told how its exchange ends. */
    public synchronized FileReport fileStarted(Exchange exchange) {
        FileReport file = new FileReport(exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class));
        files.add(file);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                file.end(null);
                LOG.info("{} is done", file.name());
            }

            @Override
            public void onFailure(Exchange failed) {
                file.end(String.valueOf(failed.getException().getMessage()));
                LOG.warn("{} failed: {}", file.name(), file.failure());
            }
        });
        return file;
    }

    /** Called by the route once a second; says how far the program is, where there is news. */
    public synchronized void progress() {
        long done = total(Sum.DONE);
        long now = System.nanoTime();
        if (done != lastDone || files.stream().anyMatch(file -> !file.ended())) {
            double rate = (done - lastDone) / ((now - lastAt) / NANOS);
            LOG.info(String.format(
                    Locale.ROOT,
                    "%4.0f s  %d records read, %d done (%.0f a second), %d rejected or not found",
                    (now - startedAt) / NANOS,
                    total(Sum.READ),
                    done,
                    rate,
                    total(Sum.REFUSED)));
        }
        lastDone = done;
        lastAt = now;
    }

    /** The files in the order in which they came in. */
    public synchronized List<FileReport> files() {
        return List.copyOf(files);
    }

    /** Whether every record that was read has exactly one outcome. */
    public boolean complete() {
        return files().stream()
                .flatMap(file -> file.tallies().values().stream())
                .allMatch(tally -> tally.records() == tally.done());
    }

    private enum Sum {
        READ,
        DONE,
        REFUSED
    }

    private long total(Sum sum) {
        return files.stream()
                .flatMap(file -> file.tallies().values().stream())
                .mapToLong(tally -> switch (sum) {
                    case READ -> tally.records();
                    case DONE -> tally.done();
                    case REFUSED -> tally.refused();
                })
                .sum();
    }
}
