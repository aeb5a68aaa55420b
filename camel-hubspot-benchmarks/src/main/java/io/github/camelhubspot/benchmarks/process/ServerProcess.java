// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.benchmarks.server.CannedServer;

/** The canned server in a process of its own. */
public final class ServerProcess implements AutoCloseable {

    private final ChildProcess process;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(ChildProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server that answers after so many milliseconds. */
    public static ServerProcess start(long latencyMillis) throws IOException, InterruptedException {
        ChildProcess process = ChildProcess.start(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dorg.jboss.logging.provider=slf4j"),
                CannedServer.class,
                List.of("latency=" + latencyMillis));
        try {
            return new ServerProcess(process, process.await(Lines.URL, Duration.ofSeconds(30)));
        } catch (RuntimeException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    public String url() {
        return url;
    }

    /** What the server has taken so far. */
    public Stats stats() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/stats"))
                .timeout(Duration.ofSeconds(10))
                .build();
        JsonNode json = new ObjectMapper()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body());
        return new Stats(
                json.get("calls").asLong(),
                json.get("records").asLong(),
                json.get("mostInFlight").asInt());
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * Counts since the server was started.
     *
     * @param calls the calls that it answered
     * @param records the records that came with them
     * @param mostInFlight the most calls that it had at once
     */
    public record Stats(long calls, long records, int mostInFlight) {}
}
