// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.examples.common.Account;
import io.github.camelhubspot.simulator.HubSpotSimulator;

/** One run of the program against a living simulator, and what came of it. */
final class Delivery {

    /** The simulator has no quota unless it is told one; the component has. */
    static void withoutQuota() {
        System.setProperty("camel.component.hubspot.requests-per-ten-seconds", "100000");
    }

    private final Folders folders;
    private final Report report;
    private final boolean good;

    private Delivery(Folders folders, Report report, boolean good) {
        this.folders = folders;
        this.report = report;
        this.good = good;
    }

    /** Delivers the sample files. */
    static Delivery ofSamples(HubSpotSimulator simulator, Path base) throws Exception {
        Samples.deliverTo(Folders.in(base).inbox());
        return ofInbox(simulator, base);
    }

    /** Takes what is in the inbox. */
    static Delivery ofInbox(HubSpotSimulator simulator, Path base) throws Exception {
        withoutQuota();
        Folders folders = Folders.in(base);
        FilesToCrm program = new FilesToCrm(folders, Account.of(simulator), false);
        boolean good = program.run();
        return new Delivery(folders, program.report(), good);
    }

    boolean good() {
        return good;
    }

    Report report() {
        return report;
    }

    FileReport file(String name) {
        return report.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The counts, in the form of the files that say what they should be. */
    List<Map<String, String>> outcomes() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (FileReport file : report.files()) {
            file.tallies().forEach((what, tally) -> {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("file", file.name());
                row.put("became", what);
                row.put("records", String.valueOf(tally.records()));
                row.put("created", String.valueOf(tally.count(OutcomeStatus.CREATED)));
                row.put("updated", String.valueOf(tally.count(OutcomeStatus.UPDATED)));
                row.put("skipped", String.valueOf(tally.count(OutcomeStatus.SKIPPED)));
                row.put("not_found", String.valueOf(tally.count(OutcomeStatus.NOT_FOUND)));
                row.put("rejected", String.valueOf(tally.count(OutcomeStatus.REJECTED)));
                row.put("moved_to", folderOf(file.name()));
                rows.add(row);
            });
        }
        return rows;
    }

    private String folderOf(String name) {
        boolean done = names(folders.done()).stream().anyMatch(moved -> moved.endsWith("-" + name));
        boolean failed = names(folders.failed()).stream().anyMatch(moved -> moved.endsWith("-" + name));
        return done == failed ? "?" : done ? "done" : "failed";
    }

    static List<String> names(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
