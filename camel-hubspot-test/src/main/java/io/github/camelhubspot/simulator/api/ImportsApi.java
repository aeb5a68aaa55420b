// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Form;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.imports.Import;
import io.github.camelhubspot.simulator.imports.ImportError;
import io.github.camelhubspot.simulator.imports.ImportRequest;
import io.github.camelhubspot.simulator.imports.ImportRequestReader;
import io.github.camelhubspot.simulator.imports.ImportState;
import io.github.camelhubspot.simulator.imports.Imports;
import io.github.camelhubspot.simulator.json.Json;

/** The imports of files of records. */
public final class ImportsApi {

    private static final int DEFAULT_PAGE = 10;

    private final Imports imports;
    private final ImportRequestReader reader;
    private final Clock clock;

    public ImportsApi(Imports imports, Crm crm, Clock clock) {
        this.imports = imports;
        this.reader = new ImportRequestReader(crm);
        this.clock = clock;
    }

    /** Starts an import, and answers before its rows have become records, however soon that is. */
    public Answer start(Request request) {
        Form form = request.requiredForm();
        ImportRequest wanted = reader.read(form.requiredObject("importRequest"));
        List<byte[]> files = new ArrayList<>();
        wanted.fileNames().forEach(name -> files.add(file(form, name)));
        Import started = imports.start(
                request.caller().id(), wanted, files, request.version().writeMode());
        Answer answer = Answer.ok(ImportJson.of(started, ImportState.STARTED));
        imports.advance();
        return answer;
    }

    private static byte[] file(Form form, String name) {
        return form.all("files").stream()
                .filter(part -> name.equals(part.fileName()))
                .map(Form.Part::content)
                .findFirst()
                .orElseThrow(() -> HubSpotError.validation("No part named files has the fileName " + name)
                        .exception());
    }

    /** The imports of this app, the newest first. */
    public Answer list(Request request) {
        List<Import> newestFirst = new ArrayList<>(imports.list(request.caller().id()));
        Collections.reverse(newestFirst);
        long now = clock.millis();
        return Page.of(request, DEFAULT_PAGE, newestFirst, one -> ImportJson.of(one, one.state(now)));
    }

    public Answer get(Request request) {
        Import one = find(request);
        return Answer.ok(ImportJson.of(one, one.state(clock.millis())));
    }

    public Answer cancel(Request request) {
        Import one = find(request);
        imports.cancel(one);
        String now = Json.time(clock.millis());
        ObjectNode json = Json.object()
                .put("status", "CANCELED")
                .put("requestedAt", now)
                .put("startedAt", now)
                .put("completedAt", now);
        json.putObject("links");
        return Answer.ok(json);
    }

    public Answer errors(Request request) {
        Import one = find(request);
        List<ImportError> errors = one.result().errors();
        List<Integer> numbers = IntStream.range(0, errors.size()).boxed().toList();
        return Page.of(
                request, DEFAULT_PAGE, numbers, number -> ImportJson.error(request, one, number, errors.get(number)));
    }

    private Import find(Request request) {
        long id = Crm.recordId(request.parameter("importId")).orElse(-1);
        return imports.find(request.caller().id(), id)
                .orElseThrow(() -> HubSpotError.notFound().exception());
    }
}
