// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.imports.Import;
import io.github.camelhubspot.simulator.imports.ImportError;
import io.github.camelhubspot.simulator.imports.ImportState;
import io.github.camelhubspot.simulator.json.Json;

/** Writes imports and their errors as HubSpot answers them. */
final class ImportJson {

    private ImportJson() {}

    static ObjectNode of(Import one, ImportState state) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(one.id()))
                .put("state", state.name())
                .put("importName", one.request().name())
                .put("importSource", "API")
                .put("createdAt", Json.time(one.createdAt()))
                .put("updatedAt", Json.time(one.updatedAt()))
                .put("optOutImport", false);
        json.set("importRequestJson", one.request().json());
        json.set("mappedObjectTypeIds", Json.texts(one.request().typeIds()));
        ObjectNode metadata = json.putObject("metadata");
        ObjectNode counters = metadata.putObject("counters");
        new TreeMap<>(one.result().counters()).forEach(counters::put);
        metadata.set(
                "fileIds",
                Json.texts(one.files().stream()
                        .map(file -> Long.toString(file.id()))
                        .toList()));
        metadata.putArray("objectLists");
        return json;
    }

    /** An error of an import, of which the number within the import is its id. */
    static ObjectNode error(Request request, Import one, int number, ImportError error) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(one.id()) + number)
                .put("createdAt", one.updatedAt())
                .put("errorType", error.errorType());
        if (error.type() != null) {
            json.put("objectType", error.type().errorName())
                    .put("objectTypeId", error.type().id());
        }
        if (error.column() != null) {
            json.put("knownColumnNumber", error.column());
        }
        if (error.value() != null) {
            json.put("invalidValue", error.value()).put("invalidValueToDisplay", error.value());
        }
        if (request.query().flag("includeErrorMessage")) {
            json.put("errorMessage", error.message());
        }
        ObjectNode source = json.putObject("sourceData")
                .put("fileId", error.fileId())
                .put("lineNumber", error.line())
                .put("containsEncryptedProperties", false);
        source.set("rowData", Json.texts(request.query().flag("includeRowData") ? error.row() : List.of()));
        if (request.version().isAtLeast(ApiVersion.V2026_03)) {
            source.putArray("additionalRowData");
        }
        return json;
    }
}
