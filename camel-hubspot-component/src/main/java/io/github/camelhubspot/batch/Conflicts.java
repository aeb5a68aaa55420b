// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotError.Detail;
import io.github.camelhubspot.lookup.LostCreates;

/** Reads from a conflict which record exists already; HubSpot tells it in the text only, if at all. */
public final class Conflicts {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Pattern EXISTING_ID = Pattern.compile("Existing ID: (\\d+)\\s*$");
    private static final Pattern HAS_VALUE = Pattern.compile("(\\d+) already has that value\\W*$");

    private Conflicts() {}

    /**
     * A conflict with a record that was looked up, in our words: HubSpot's may be about another record of the same call.
     *
     * @param said what HubSpot said, of this record or of several
     */
    static HubSpotError with(JsonNode record, String idProperty, HubSpotError said) {
        HubSpotError found = LostCreates.conflict(idProperty, record);
        if (said.status() != BAD_REQUEST) {
            return new HubSpotError(
                    CONFLICT, found.category(), null, found.message(), said.correlationId(), null, null, null);
        }
        // HubSpot refuses some unique values as it does any other value.
        String message = found.message() + ": " + record.path("id").asText() + " already has that value";
        Detail detail = new Detail(
                message,
                HubSpotError.CONFLICTING_UNIQUE_VALUE,
                null,
                null,
                Map.of("propertyName", List.of(idProperty)));
        return new HubSpotError(
                BAD_REQUEST, said.category(), null, message, said.correlationId(), null, List.of(detail), null);
    }

    /** A conflict of several inputs, whose text names the record that one of them conflicts with. */
    static HubSpotError withoutRecord(HubSpotError error) {
        if (!error.conflict() || existingId(error).isEmpty()) {
            return error;
        }
        List<Detail> details = error.details().stream()
                .map(detail -> new Detail(null, detail.code(), detail.in(), detail.subCategory(), detail.context()))
                .toList();
        return new HubSpotError(
                error.status(),
                error.category(),
                error.subCategory(),
                "Such a record exists already",
                error.correlationId(),
                error.context(),
                details,
                error.policyName());
    }

    /**
     * The id of the record that exists; empty where HubSpot does not name it. Only the end of a text counts, since HubSpot
     * quotes the record's own values before it.
     */
    public static Optional<String> existingId(HubSpotError error) {
        Pattern pattern = error.status() == BAD_REQUEST ? HAS_VALUE : EXISTING_ID;
        return Stream.concat(
                        Stream.of(error.message() == null ? "" : error.message()),
                        error.details().stream().map(detail -> detail.message() == null ? "" : detail.message()))
                .flatMap(text -> Stream.of(pattern.matcher(text), HAS_VALUE.matcher(text)))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
