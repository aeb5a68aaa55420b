// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.wire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What goes over the wire for one message to a {@code hubspot:} endpoint, as HubSpot's documentation has it.
 *
 * @param resource the resource that the endpoint's URI names
 * @param operation the operation that the endpoint's URI names
 * @param entry the entry of the file, which {@code wire-forms/README.md} explains
 */
record WireForm(String resource, String operation, JsonNode entry) {

    private static final Pattern URI =
            Pattern.compile("hubspot:(\\w+)[^?]*\\?(?:.*&)?(?:operation|(?<=hubspot:raw\\?)method)=(\\w+).*");

    static WireForm of(JsonNode entry) {
        Matcher uri = URI.matcher(entry.path("uri").asText());
        if (!uri.matches()) {
            throw new IllegalArgumentException("No resource or operation in the uri of " + entry);
        }
        return new WireForm(uri.group(1), operation(uri.group(1), uri.group(2)), entry);
    }

    /** Raw calls have a row for each HTTP method. */
    private static String operation(String resource, String name) {
        return resource.equals("raw") ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The form in one version, with what was prepared in the place of its names. */
    WireForm in(Placeholders placeholders) {
        return new WireForm(resource, operation, placeholders.in(entry));
    }

    String uri() {
        return entry.get("uri").asText();
    }

    JsonNode headers() {
        return entry.path("headers");
    }

    JsonNode given() {
        return entry.path("given");
    }

    JsonNode body() {
        return entry.path("body");
    }

    List<JsonNode> calls() {
        return StreamSupport.stream(entry.path("calls").spliterator(), false).toList();
    }

    JsonNode leaves() {
        return entry.path("leaves");
    }

    String row() {
        return resource + " " + operation;
    }

    @Override
    public String toString() {
        return uri();
    }
}
