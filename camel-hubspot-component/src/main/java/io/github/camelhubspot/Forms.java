// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.FormPart;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.FormReader;

/** The forms of imports and uploads, from the body and what the options add. */
final class Forms {

    private static final String IMPORT_REQUEST = "importRequest";
    private static final String OPTIONS = "options";
    private static final String FILE_NAME = "fileName";
    private static final String FOLDER_PATH = "folderPath";

    private Forms() {}

    /**
     * The parts of a form.
     *
     * @throws IllegalArgumentException where the body is no form, or something of it is missing
     */
    static List<FormPart> read(CallOptions options, BodyReader bodies) {
        String filePart = options.operation().filePart();
        boolean upload = options.operation().uses(OptionNames.FILE_NAME);
        Object body = options.message().getBody();
        if (!upload && !(body instanceof Map)) {
            throw new IllegalArgumentException("The body of hubspot:"
                    + options.operation().label() + " must be a map of " + IMPORT_REQUEST + " and " + filePart);
        }
        List<FormPart> parts =
                new ArrayList<>(new FormReader(bodies).read(body, filePart, upload ? fileName(options) : null));
        if (FormReader.fileNames(parts).isEmpty()) {
            throw new IllegalArgumentException("The body of hubspot:"
                    + options.operation().label() + " has no file; give it as the part " + filePart);
        }
        if (upload) {
            addUploadParts(parts, options.configuration());
        } else {
            checkImport(parts);
        }
        return parts;
    }

    private static String fileName(CallOptions options) {
        String own = options.configuration().getFileName();
        return own != null
                ? own
                : options.message().getHeader(Exchange.FILE_NAME_ONLY, () -> nameOnly(options), String.class);
    }

    private static String nameOnly(CallOptions options) {
        String name = options.message().getHeader(Exchange.FILE_NAME, String.class);
        return name == null ? null : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static void addUploadParts(List<FormPart> parts, HubSpotConfiguration configuration) {
        String name = FormReader.fileNames(parts).get(0);
        if (lacks(parts, FILE_NAME)) {
            parts.add(FormPart.text(FILE_NAME, utf8(name)));
        }
        if (configuration.getFolderPath() != null && lacks(parts, FOLDER_PATH) && lacks(parts, "folderId")) {
            parts.add(FormPart.text(FOLDER_PATH, utf8(configuration.getFolderPath())));
        }
        if (lacks(parts, OPTIONS)) {
            parts.add(FormPart.json(
                    OPTIONS,
                    Json.bytes(Json.MAPPER.createObjectNode().put(OptionNames.ACCESS, configuration.getAccess()))));
        }
    }

    /** HubSpot would find out only when the import runs. */
    private static void checkImport(List<FormPart> parts) {
        JsonNode request = FormReader.json(parts, IMPORT_REQUEST);
        if (!request.isObject()) {
            throw new IllegalArgumentException("The body has no " + IMPORT_REQUEST
                    + "; it must be HubSpot's request for the import: a map or a JSON object");
        }
        List<String> names = FormReader.fileNames(parts);
        for (JsonNode file : request.path("files")) {
            String wanted = file.path(FILE_NAME).asText(null);
            if (wanted != null && !names.contains(wanted)) {
                throw new IllegalArgumentException(
                        "The " + IMPORT_REQUEST + " names the file '" + wanted + "', which is not among the files "
                                + names + "; give each the name that the request has for it");
            }
        }
    }

    private static boolean lacks(List<FormPart> parts, String name) {
        return parts.stream().noneMatch(part -> part.name().equals(name));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
