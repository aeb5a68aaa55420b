// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** All that is written to the standard error stream, which is where the tests log to, and to the standard output. */
final class LogCapture implements AutoCloseable {

    private final PrintStream error = System.err;
    private final PrintStream output = System.out;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    LogCapture() {
        PrintStream stream = new PrintStream(captured, true, StandardCharsets.UTF_8);
        System.setErr(stream);
        System.setOut(stream);
    }

    String text() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(error);
        System.setOut(output);
    }
}
