// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

/** A call as it came from the network. */
record Incoming(String method, String path, String query, String authorization, String contentType, byte[] body) {

    int urlLength() {
        return path.length() + (query == null ? 0 : query.length() + 1);
    }
}
