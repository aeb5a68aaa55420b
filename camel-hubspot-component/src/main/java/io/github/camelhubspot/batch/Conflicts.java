// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelhubspot.api.HubSpotError;

/** Reads from a conflict which record exists already; HubSpot tells it in the text only, if at all. */
public final class Conflicts {

    private static final Pattern EXISTING_ID = Pattern.compile("Existing ID: (\\d+)\\s*$");
    private static final Pattern HAS_VALUE = Pattern.compile("(\\d+) already has that value\\W*$");

    private Conflicts() {}

    /**
     * The id of the record that exists; empty where HubSpot does not name it. Only the end of a text counts, since HubSpot
     * quotes the record's own values before it.
     */
    public static Optional<String> existingId(HubSpotError error) {
        Pattern pattern = error.status() == 400 ? HAS_VALUE : EXISTING_ID;
        return Stream.concat(
                        Stream.of(error.message() == null ? "" : error.message()),
                        error.details().stream().map(detail -> detail.message() == null ? "" : detail.message()))
                .flatMap(text -> Stream.of(pattern.matcher(text), HAS_VALUE.matcher(text)))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
