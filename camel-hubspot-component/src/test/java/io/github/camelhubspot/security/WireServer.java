// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that takes requests byte by byte and believes nothing of them, so that one that was smuggled into another counts
 * as what it is; what it answers is up to the test, well-formed or not.
 */
final class WireServer implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Answer answer = json("{}");

    WireServer() {
        try {
            listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Writes what a request is answered with. */
    interface Answer {

        /**
         * Writes the answer.
         *
         * @throws IOException where the client has gone
         */
        void write(WireRequest request, OutputStream out) throws IOException;
    }

    /** A well-formed success. */
    static Answer json(String json) {
        return status(200, json);
    }

    /** A well-formed answer; more headers, each as a whole line, stand before those that it has anyway. */
    static Answer status(int status, String json, String... headerLines) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" X\r\n");
        List.of(headerLines).forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        byte[] bytes = ascii(head.append("\r\n").toString());
        return (request, out) -> {
            out.write(bytes);
            out.write(body);
        };
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** From here on every request is answered so. */
    void answers(Answer next) {
        answer = next;
    }

    String authority() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    String baseUrl() {
        return "http://" + authority();
    }

    List<WireRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests. */
    void forget() {
        requests.clear();
    }

    /** How often somebody connected. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (WireRequest request = read(in); request != null; request = read(in)) {
                requests.add(request);
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                Answer now = answer;
                if (now instanceof Unbuffered) {
                    now.write(request, out);
                } else {
                    now.write(request, whole);
                    out.write(whole.toByteArray());
                }
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone.
        } finally {
            sockets.remove(socket);
        }
    }

    /** An answer that is written as it comes, since it may have no end. */
    interface Unbuffered extends Answer {}

    private static WireRequest read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        List<String> headerLines = new ArrayList<>();
        int length = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            headerLines.add(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new WireRequest(requestLine, headerLines, in.readNBytes(length));
    }

    /** Ends at a line feed alone too, as lenient servers have it. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
