// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A call over a socket of its own, for a look at what an HTTP client hides: how connections end. */
final class RawCall implements AutoCloseable {

    private final Socket socket;

    private RawCall(Socket socket) {
        this.socket = socket;
    }

    static RawCall post(HubSpotSimulator simulator, String path, String body) throws IOException {
        URI address = URI.create(simulator.baseUrl());
        Socket socket = new Socket(address.getHost(), address.getPort());
        // A hang is a failure of the test, and not for ever.
        socket.setSoTimeout(30_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + address.getHost() + "\r\nAuthorization: Bearer "
                + simulator.accessToken() + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        return new RawCall(socket);
    }

    /** Reads until what has come ends with the text. */
    String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("Ended after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Reads to the end of the connection. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
