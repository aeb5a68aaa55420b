// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The parts of a {@code multipart/form-data} body as a tree: an array of objects with {@code name}, perhaps
 * {@code fileName}, and the part's {@code text}, or {@code json} for an object.
 */
final class FormParts {

    static final String BOUNDARY = "wire-form";

    private static final String LINE = "\r\n";
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern BOUNDARY_OF = Pattern.compile("boundary=\"?([^\";]+)\"?");

    private FormParts() {}

    static String write(JsonNode parts) {
        StringBuilder body = new StringBuilder();
        for (JsonNode part : parts) {
            body.append("--").append(BOUNDARY).append(LINE);
            body.append("Content-Disposition: form-data; name=\"")
                    .append(part.path("name").asText())
                    .append('"');
            if (part.has("fileName")) {
                body.append("; filename=\"")
                        .append(part.get("fileName").asText())
                        .append('"')
                        .append(LINE)
                        .append("Content-Type: application/octet-stream");
            }
            body.append(LINE).append(LINE);
            body.append(
                    part.has("json")
                            ? part.get("json").toString()
                            : part.path("text").asText());
            body.append(LINE);
        }
        return body.append("--").append(BOUNDARY).append("--").append(LINE).toString();
    }

    static ArrayNode read(String contentType, String body) {
        Matcher boundary = BOUNDARY_OF.matcher(contentType);
        if (!boundary.find()) {
            throw new IllegalArgumentException("No boundary in " + contentType);
        }
        ArrayNode parts = WireForms.MAPPER.createArrayNode();
        String[] pieces = (LINE + body).split(Pattern.quote(LINE + "--" + boundary.group(1)), -1);
        // Before the first boundary there is nothing, and behind the last its two dashes.
        Arrays.stream(pieces, 1, pieces.length - 1).forEach(piece -> parts.add(part(piece)));
        return parts;
    }

    private static ObjectNode part(String piece) {
        int end = piece.indexOf(LINE + LINE);
        String head = piece.substring(0, end);
        String content = piece.substring(end + 2 * LINE.length());
        ObjectNode part = WireForms.MAPPER.createObjectNode();
        put(part, "name", NAME.matcher(head));
        put(part, "fileName", FILE_NAME.matcher(head));
        if (content.startsWith("{")) {
            part.set("json", json(content));
        } else {
            part.put("text", content);
        }
        return part;
    }

    private static void put(ObjectNode part, String field, Matcher found) {
        if (found.find()) {
            part.put(field, found.group(1));
        }
    }

    private static JsonNode json(String text) {
        try {
            return WireForms.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
