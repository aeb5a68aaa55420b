// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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

    @Override
    public void close() throws IOException {
        release.close();
    }
}
