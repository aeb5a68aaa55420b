// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads an answer up to a size and for a time, so that no server can exhaust the memory or keep a call slot. */
final class BoundedInputStream extends FilterInputStream {

    private final long maximum;
    private final Timing timing;
    private final Duration longest;
    private final long begun;
    private long read;

    /**
     * A bounded stream.
     *
     * @param maximum the most bytes to read
     * @param longest the longest time from now to the end
     */
    BoundedInputStream(InputStream in, long maximum, Timing timing, Duration longest) {
        super(in);
        this.maximum = maximum;
        this.timing = timing;
        this.longest = longest;
        this.begun = timing.nanoTime();
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    /** Leaves the stream open: closing reads what is left, so whoever owns the answer closes, or drops, it. */
    @Override
    public void close() {
        // Jackson closes what it fails to read.
    }

    private void count(int n) throws IOException {
        read += n;
        if (read > maximum) {
            throw new AnswerTooLargeException("The answer is larger than " + maximum
                    + " bytes; read less at once or raise the option maxResponseSize");
        }
        if (timing.nanoTime() - begun > longest.toNanos()) {
            throw new IOException("the answer was not complete within the responseTimeout");
        }
    }

    /** An answer beyond what is read, which would be no smaller the next time. */
    static final class AnswerTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLargeException(String message) {
            super(message);
        }
    }
}
