// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of one file; thread-safe. */
public final class FileReport {

    /** The exchange property that holds it. */
    static final String PROPERTY = "fileReport";

    private final String name;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private String failure;
    private Path rejectedFile;
    private boolean ended;

    FileReport(String name) {
        this.name = name;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** The count of what the file's records become, such as companies, or links. */
    public synchronized Tally tally(String what) {
        return tallies.computeIfAbsent(what, key -> new Tally());
    }

    /** All counts, by what the records become. */
    public synchronized Map<String, Tally> tallies() {
        return new LinkedHashMap<>(tallies);
    }

    synchronized void end(String reason) {
        failure = reason;
        ended = true;
    }

    synchronized boolean ended() {
        return ended;
    }

    /** Why the file was not read to its end; null where it was. */
    public synchronized String failure() {
        return failure;
    }

    /** Where its rejected records are; null where there are none. */
    public synchronized Path rejectedFile() {
        return rejectedFile;
    }

    synchronized void rejectedFile(Path file) {
        rejectedFile = file;
    }
}
