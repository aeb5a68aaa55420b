// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotError.Detail;

/** The properties that do not exist, as HubSpot names them when it refuses a call for them; each makes bad what has it. */
final class UnknownProperties {

    private static final String DOES_NOT_EXIST = "PROPERTY_DOESNT_EXIST";

    private final HubSpotError error;
    private final List<Detail> details;
    private final Set<String> names;

    UnknownProperties(HubSpotError error) {
        this.error = error;
        this.details = error.details().stream()
                .filter(detail -> DOES_NOT_EXIST.equals(detail.code()))
                .filter(detail -> detail.propertyName().isPresent())
                .toList();
        this.names = details.stream()
                .map(detail -> detail.propertyName().orElseThrow())
                .collect(Collectors.toSet());
    }

    /** Whether an entry has one of them. */
    boolean anyOf(Entry entry) {
        return entry.record != null
                && names.stream().anyMatch(name -> entry.record.properties().has(name));
    }

    /** Whether an entry has no other properties, so that nothing else can be wrong with their values. */
    boolean allOf(Entry entry) {
        return entry.record != null && names.containsAll(entry.record.propertyNames());
    }

    /** What of the error is about an entry. */
    HubSpotError of(Entry entry) {
        List<Detail> own = details.stream()
                .filter(detail ->
                        entry.record.properties().has(detail.propertyName().orElseThrow()))
                .toList();
        if (own.size() == error.details().size()) {
            return error;
        }
        String message =
                own.stream().map(Detail::message).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return new HubSpotError(
                error.status(), error.category(), error.subCategory(), message, error.correlationId(), null, own, null);
    }
}
