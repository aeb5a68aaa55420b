// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import io.github.camelhubspot.simulator.Client.Reply;

/** A form of texts and files, as browsers and clients send it. */
final class Multipart {

    private static final String BOUNDARY = "----a-boundary-of-tests";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart text(String name, String text) {
        return part("name=\"" + name + "\"", null, text.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, String text) {
        return file(name, fileName, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, String contentType, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", contentType, content);
    }

    private Multipart part(String disposition, String contentType, byte[] content) {
        String type = contentType == null ? "" : "Content-Type: " + contentType + "\r\n";
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + type + "\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(Client client, HubSpotSimulator simulator, String path) throws IOException {
        return send(client, simulator, "POST", path);
    }

    Reply send(Client client, HubSpotSimulator simulator, String method, String path) throws IOException {
        byte[] parts = body.toByteArray();
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return Client.send(client.request(path)
                .header("Authorization", "Bearer " + simulator.accessToken())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .method(
                        method,
                        BodyPublishers.concat(BodyPublishers.ofByteArray(parts), BodyPublishers.ofByteArray(end))));
    }
}
