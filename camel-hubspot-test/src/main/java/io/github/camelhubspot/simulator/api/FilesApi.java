// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.files.FileAccess;
import io.github.camelhubspot.simulator.files.FileName;
import io.github.camelhubspot.simulator.files.FileStore;
import io.github.camelhubspot.simulator.files.StoredFile;
import io.github.camelhubspot.simulator.files.StoredFile.Folder;
import io.github.camelhubspot.simulator.files.Upload;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Form;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.http.SignedUrls;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on files, and their content. */
public final class FilesApi {

    private static final int DEFAULT_PAGE = 20;
    private static final int SIGNED_SECONDS = 3600;

    private final FileStore files;
    private final FileJson fileJson;
    private final UploadReader uploads;
    private final SignedUrls urls;
    private final Clock clock;

    public FilesApi(FileStore files, SimulatorSettings settings, SignedUrls urls, Clock clock) {
        this.files = files;
        this.fileJson = new FileJson(settings);
        this.uploads = new UploadReader(clock);
        this.urls = urls;
        this.clock = clock;
    }

    public Answer upload(Request request) {
        Form form = request.requiredForm();
        Upload upload = uploads.read(form);
        Folder folder = folder(form.text("folderId"), form.text("folderPath"), "folderId", "folderPath");
        if (folder == null) {
            throw HubSpotError.validation("One of folderId and folderPath must say where the file goes")
                    .exception();
        }
        return Answer.json(201, fileJson.of(request, files.add(folder, upload)));
    }

    /** The folder that an id or a path names; null if neither is given. */
    private Folder folder(String id, String path, String idField, String pathField) {
        if (id != null && path != null) {
            throw HubSpotError.validation("Only one of " + idField + " and " + pathField + " may be given")
                    .exception();
        }
        if (path != null) {
            return files.folderAt(path);
        }
        return id == null
                ? null
                : files.folder(id).orElseThrow(() -> HubSpotError.of(
                                404, HubSpotError.OBJECT_NOT_FOUND, "There is no folder with the id " + id)
                        .exception());
    }

    public Answer get(Request request) {
        return Answer.ok(fileJson.selected(request, find(request)));
    }

    public Answer search(Request request) {
        return Page.of(
                request,
                DEFAULT_PAGE,
                FileSearch.find(files.list(), request.query()),
                file -> fileJson.selected(request, file));
    }

    /** Other content for a file, which must be of the same kind. */
    public Answer replace(Request request) {
        StoredFile file = find(request);
        Form form = request.requiredForm();
        Upload upload = uploads.read(form);
        String extension = upload.fileName().extension();
        if (!extension.equals(file.fileName().extension())) {
            throw HubSpotError.validation("A file of the extension "
                            + file.fileName().extension() + " cannot be replaced by one of the extension " + extension)
                    .exception();
        }
        return Answer.ok(fileJson.of(request, files.replace(file, upload)));
    }

    public Answer update(Request request) {
        StoredFile file = find(request);
        JsonNode body = request.object();
        String name = Json.text(body.get("name"));
        Folder folder = folder(
                Json.text(body.get("parentFolderId")),
                Json.text(body.get("parentFolderPath")),
                "parentFolderId",
                "parentFolderPath");
        FileAccess access = UploadReader.choice(body, "access", file.access());
        return Answer.ok(fileJson.of(
                request,
                files.move(
                        file,
                        name == null || name.isEmpty() ? file.fileName().name() : name,
                        folder == null ? file.folder() : folder,
                        access,
                        expiresAt(file, body),
                        body.path("isUsableInContent").asBoolean(file.usableInContent()))));
    }

    private static Long expiresAt(StoredFile file, JsonNode body) {
        if (body.path("clearExpires").asBoolean()) {
            return null;
        }
        return body.path("expiresAt").isIntegralNumber()
                ? Long.valueOf(body.get("expiresAt").asLong())
                : file.expiresAt();
    }

    /** Deletes a file; for good too, as nothing here brings a deleted one back. */
    public Answer delete(Request request) {
        files.remove(find(request));
        return Answer.noContent();
    }

    /** An address that shows the content to everyone, for a while. */
    public Answer signedUrl(Request request) {
        StoredFile file = find(request);
        Instant expiresAt = clock.instant().plusSeconds(seconds(request));
        FileName name = file.fileName();
        return Answer.ok(Json.object()
                .put("expiresAt", Json.time(expiresAt.getEpochSecond() * 1000))
                .put("name", name.name())
                .put("extension", name.extension())
                .put("type", name.type())
                .put("size", file.content().length)
                .put("url", urls.sign(request.baseUrl(), fileJson.path(file), expiresAt)));
    }

    private static long seconds(Request request) {
        String text = request.query().first("expirationSeconds");
        if (text == null) {
            return SIGNED_SECONDS;
        }
        try {
            int seconds = Integer.parseInt(text);
            if (seconds > 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number that is no time.
        }
        throw HubSpotError.validation("expirationSeconds must be a whole number above 0")
                .exception();
    }

    /** The content: of a public file for everyone, of others for who has a signed address. */
    public Answer content(Request request) {
        StoredFile file = find(request);
        if (!file.access().isAnonymous() && !urls.isOpen(request)) {
            throw HubSpotError.of(403, null, "The file is not public, and the address is not signed or has expired")
                    .exception();
        }
        return Answer.content(file.content(), file.contentType());
    }

    private StoredFile find(Request request) {
        long id = Crm.recordId(request.parameter("fileId")).orElse(-1);
        return files.find(id).orElseThrow(() -> HubSpotError.notFound().exception());
    }
}
