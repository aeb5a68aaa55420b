// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads an answer up to a size, so that no server can exhaust the memory. */
final class BoundedInputStream extends FilterInputStream {

    private final long maximum;
    private long read;

    BoundedInputStream(InputStream in, long maximum) {
        super(in);
        this.maximum = maximum;
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
            throw new AnswerTooLargeException(maximum);
        }
    }

    /** An answer larger than the option {@code maxResponseSize} allows. */
    static final class AnswerTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLargeException(long maximum) {
            super("The answer is larger than " + maximum
                    + " bytes; read less at once or raise the option maxResponseSize");
        }
    }
}
