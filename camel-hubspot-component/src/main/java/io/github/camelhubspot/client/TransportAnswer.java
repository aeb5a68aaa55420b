// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/**
 * An HTTP answer whose body is still to be read.
 *
 * @param status the HTTP status
 * @param headers the headers by their names in lower case
 * @param body the body; empty where there is none
 * @param release gives the connection back, once the body is read to its end
 * @param abort closes the connection at once, whatever is still to come
 */
record TransportAnswer(int status, Map<String, String> headers, InputStream body, Closeable release, Runnable abort)
        implements Closeable {

    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /**
     * The first bytes of the body; what is behind them is dropped, with its connection.
     *
     * @param most how many bytes are read at most
     * @param longest the longest time from now to the last of them
     */
    byte[] firstBytes(int most, Timing timing, Duration longest) throws IOException {
        try {
            byte[] bytes = new BoundedInputStream(body, most, timing, longest).readNBytes(most);
            if (bytes.length == most) {
                abort.run();
            }
            return bytes;
        } catch (IOException e) {
            // Giving the connection back would mean reading the rest, which may have no end.
            abort.run();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        release.close();
    }
}
