// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.files.FileName;
import io.github.camelhubspot.simulator.files.StoredFile;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Writes a file as HubSpot answers it, with the address of its content. */
final class FileJson {

    private final SimulatorSettings settings;

    FileJson(SimulatorSettings settings) {
        this.settings = settings;
    }

    ObjectNode of(Request request, StoredFile file) {
        FileName name = file.fileName();
        String url = request.baseUrl() + path(file);
        ObjectNode json = Json.object()
                .put("id", Long.toString(file.id()))
                .put("createdAt", Json.time(file.createdAt()))
                .put("updatedAt", Json.time(file.updatedAt()))
                .put("archived", false)
                .put(
                        "parentFolderId",
                        file.folder().id() == 0
                                ? null
                                : Long.toString(file.folder().id()))
                .put("name", name.name())
                .put("path", file.path())
                .put("size", file.content().length)
                .put("encoding", name.extension())
                .put("type", name.type())
                .put("extension", name.extension())
                .put("defaultHostingUrl", url)
                .put("url", url)
                .put("fileMd5", file.md5())
                .put("isUsableInContent", file.usableInContent())
                .put("access", file.access().name());
        if (file.expiresAt() != null) {
            json.put("expiresAt", file.expiresAt());
        }
        return json;
    }

    /** With those fields that the query's {@code properties} name, and the id; with all if it names none. */
    ObjectNode selected(Request request, StoredFile file) {
        ObjectNode json = of(request, file);
        List<String> names = request.query().list("properties");
        if (names != null && !names.isEmpty()) {
            names.add("id");
            json.retain(names);
        }
        return json;
    }

    /** Where the content is; it stays there when the file is moved or replaced. */
    String path(StoredFile file) {
        return "/hubfs/" + settings.portalId() + "/" + file.id() + "/"
                + URLEncoder.encode(file.fileName().whole(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }
}
