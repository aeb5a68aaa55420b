// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.net.URLConnection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.files.FileAccess;
import io.github.camelhubspot.simulator.files.FileName;
import io.github.camelhubspot.simulator.files.Upload;
import io.github.camelhubspot.simulator.http.Form;
import io.github.camelhubspot.simulator.json.Json;

/** Reads the form with which a file comes. */
final class UploadReader {

    private static final Duration SHORTEST_LIFE = Duration.ofDays(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final Clock clock;

    UploadReader(Clock clock) {
        this.clock = clock;
    }

    Upload read(Form form) {
        Form.Part file = form.required("file");
        JsonNode options = form.requiredObject("options");
        String name = form.text("fileName") == null ? file.fileName() : form.text("fileName");
        if (name == null || name.isEmpty()) {
            throw HubSpotError.validation("The file has no name: neither its part nor the part fileName says one")
                    .exception();
        }
        FileName fileName = FileName.of(name);
        if (fileName.extension().isEmpty() && file.fileName() != null) {
            fileName = new FileName(name, FileName.of(file.fileName()).extension());
        }
        return new Upload(
                fileName,
                file.content(),
                contentType(file, fileName),
                requiredAccess(options),
                expiresAt(options),
                options.path("overwrite").asBoolean(),
                choice(options, "duplicateValidationStrategy", Upload.Duplicates.NONE),
                choice(options, "duplicateValidationScope", Scope.ENTIRE_PORTAL) == Scope.ENTIRE_PORTAL);
    }

    /** Where duplicates are looked for. */
    private enum Scope {
        ENTIRE_PORTAL,
        EXACT_FOLDER
    }

    private static String contentType(Form.Part file, FileName name) {
        if (file.contentType() != null) {
            return file.contentType();
        }
        String guess = URLConnection.guessContentTypeFromName(name.whole());
        return guess == null ? "application/octet-stream" : guess;
    }

    private static FileAccess requiredAccess(JsonNode options) {
        if (Json.text(options.get("access")) == null) {
            throw HubSpotError.missingField("access").exception();
        }
        return choice(options, "access", FileAccess.PRIVATE);
    }

    static <E extends Enum<E>> E choice(JsonNode json, String field, E absent) {
        String text = Json.text(json.get(field));
        if (text == null) {
            return absent;
        }
        E[] all = absent.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> HubSpotError.validation(
                                field + " of a file must be one of " + Arrays.toString(all) + ", not " + text)
                        .exception());
    }

    /** When the file deletes itself, by its {@code ttl}: a period such as P3M, of a day to a year. */
    private Long expiresAt(JsonNode options) {
        String ttl = Json.text(options.get("ttl"));
        if (ttl == null) {
            return null;
        }
        Instant now = clock.instant();
        try {
            Instant end = ttl.contains("T")
                    ? now.plus(Duration.parse(ttl))
                    : now.atZone(ZoneOffset.UTC).plus(Period.parse(ttl)).toInstant();
            Duration life = Duration.between(now, end);
            if (life.compareTo(SHORTEST_LIFE) >= 0 && life.compareTo(LONGEST_LIFE) <= 0) {
                return end.toEpochMilli();
            }
        } catch (DateTimeException e) {
            // Refused below, like a life that is too short or too long.
        }
        throw HubSpotError.validation("ttl of a file must be a period of ISO-8601, from P1D to P1Y")
                .exception();
    }
}
