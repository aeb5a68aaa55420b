// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

/** How far an export is, as the status of its task and as its own state say. */
public enum ExportState {
    PENDING("ENQUEUED"),
    PROCESSING("PROCESSING"),
    COMPLETE("DONE");

    private final String ofExport;

    ExportState(String ofExport) {
        this.ofExport = ofExport;
    }

    /** The word for it where the export itself is shown. */
    public String ofExport() {
        return ofExport;
    }
}
