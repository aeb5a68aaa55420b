// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.process;

/** What the processes of a benchmark say to each other, a line each, over standard input and output. */
public final class Lines {

    /** The canned server listens; its URL follows. */
    public static final String URL = "url ";

    /** A measured process is ready for commands. */
    public static final String READY = "ready";

    /** Send so many records; the number follows. */
    public static final String RUN = "run ";

    /** What a run cost; numbers as <code>name=value</code> follow. */
    public static final String MEASURED = "measured ";

    private Lines() {}
}
