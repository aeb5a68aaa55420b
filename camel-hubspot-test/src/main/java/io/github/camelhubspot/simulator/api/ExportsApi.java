// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.exports.Export;
import io.github.camelhubspot.simulator.exports.ExportFile;
import io.github.camelhubspot.simulator.exports.ExportRequest;
import io.github.camelhubspot.simulator.exports.ExportState;
import io.github.camelhubspot.simulator.exports.Exports;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.http.SignedUrls;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.search.SearchEngine;
import io.github.camelhubspot.simulator.search.SearchRequest;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The exports of records to files, and the files. */
public final class ExportsApi {

    private final Exports exports;
    private final Crm crm;
    private final SearchEngine engine;
    private final ExportRequestReader reader;
    private final SignedUrls urls;
    private final Clock clock;

    public ExportsApi(Exports exports, Crm crm, SimulatorSettings settings, SignedUrls urls, Clock clock) {
        this.exports = exports;
        this.crm = crm;
        this.engine = new SearchEngine(crm, settings, clock);
        this.reader = new ExportRequestReader(crm);
        this.urls = urls;
        this.clock = clock;
    }

    public Answer start(Request request) {
        JsonNode body = request.object();
        ExportRequest wanted = reader.read(body);
        SearchRequest search = ExportRequestReader.search(body);
        exports.checkLimits();
        List<SimulatedRecord> found = engine.all(crm.store(wanted.type()), search);
        Export started = exports.start(wanted, new ExportFile(crm, wanted).of(found), found.size());
        ObjectNode json = Json.object().put("id", Long.toString(started.id()));
        json.putObject("links")
                .put("status", request.baseUrl() + request.path() + "/tasks/" + started.id() + "/status");
        return Answer.json(202, json);
    }

    /** How far the task is; with the address of the file once it is complete. */
    public Answer status(Request request) {
        Export one = find(request);
        ExportState state = one.state(clock.millis());
        ObjectNode json = Json.object()
                .put("status", state.name())
                .put("requestedAt", Json.time(one.createdAt()))
                .put("startedAt", Json.time(one.createdAt()));
        if (state == ExportState.COMPLETE) {
            json.put("completedAt", Json.time(one.doneAt()));
            json.put("result", urls.sign(request.baseUrl(), path(one), one.expiresAt()));
        }
        json.putObject("links");
        return Answer.ok(json);
    }

    private static String path(Export one) {
        return "/crm-exports/" + one.id() + "/" + one.file().name();
    }

    public Answer get(Request request) {
        Export one = find(request);
        ExportState state = one.state(clock.millis());
        ObjectNode json = Json.object()
                .put("id", Long.toString(one.id()))
                .put("exportName", one.request().name())
                .put("exportType", "VIEW")
                .put("exportState", state.ofExport())
                .put("objectType", one.request().type().errorName())
                .put("createdAt", Json.time(one.createdAt()))
                .put("updatedAt", Json.time(state == ExportState.COMPLETE ? one.doneAt() : one.createdAt()));
        json.set("objectProperties", Json.texts(one.request().properties()));
        if (state == ExportState.COMPLETE) {
            json.put("recordCount", one.records());
        }
        return Answer.ok(json);
    }

    /** The file, for whoever has the address that the status gave, as long as that lives. */
    public Answer download(Request request) {
        if (!urls.isOpen(request)) {
            throw HubSpotError.of(403, null, "The address of the exported file is wrong or has expired")
                    .exception();
        }
        Export one = find(request);
        return Answer.content(one.file().content(), one.file().contentType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + one.file().name() + "\"");
    }

    private Export find(Request request) {
        long id = Crm.recordId(request.parameter("exportId")).orElse(-1);
        return exports.find(id).orElseThrow(() -> HubSpotError.notFound().exception());
    }
}
