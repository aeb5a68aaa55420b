// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds how much of a body one record may take, so that a record without an end cannot fill the memory. */
final class LimitedInputStream extends FilterInputStream {

    /** A record whose 150 properties are all as long as HubSpot allows. */
    static final int MAX_RECORD = 10_000_000;

    private long left = MAX_RECORD;

    LimitedInputStream(InputStream in) {
        super(in);
    }

    /** Begins to count anew, since another record begins; what the reader has in its buffer does not count. */
    void nextRecord() {
        left = MAX_RECORD;
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
        count(n);
        return n;
    }

    private void count(int n) throws IOException {
        left -= Math.max(0, n);
        if (left < 0) {
            throw new IOException("one record is larger than " + MAX_RECORD + " bytes");
        }
    }
}
