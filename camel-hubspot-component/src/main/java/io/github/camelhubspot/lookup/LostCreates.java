// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.Attempts;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Finds out what became of creates whose answers were lost, by looking the records up by their unique property.
 *
 * <p>A record that is there may be the one that we created, or one that was there before; its creation date tells, on
 * HubSpot's clock. Thread-safe.
 */
public final class LostCreates {

    /** HubSpot's dates are cut to seconds, and not all of its machines show the same time. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final HubSpotClient client;
    private final RecordLookup lookup;
    private final RecentRecords created;

    /**
     * Finds out what became of creates.
     *
     * @param created the records that were created last in this account
     */
    public LostCreates(HubSpotClient client, RecentRecords created) {
        this.client = client;
        this.lookup = new RecordLookup(client);
        this.created = created;
    }

    /** Whose a record is that was found after an answer was lost. */
    public enum Origin {
        /** The lost create made it. */
        OURS,
        /** It was there before. */
        OLDER,
        /** HubSpot does not say when it was created. */
        UNKNOWN
    }

    /** Remembers a record that a create made, so that it is not taken for the one of a later create that was lost. */
    public void created(JsonNode record) {
        if (record != null && record.hasNonNull("id")) {
            created.add(record.get("id").asText());
        }
    }

    /**
     * Whose a record is.
     *
     * @param attempts the attempts to create it
     * @param lookup the answer that the record is from
     */
    public Origin origin(JsonNode record, Attempts attempts, ApiAnswer lookup) {
        if (created.contains(record.path("id").asText())) {
            return Origin.OLDER;
        }
        Instant earliest = lookup.time().at(attempts.firstSent()).minus(TOLERANCE);
        return creationDate(record)
                .map(date -> date.isBefore(earliest) ? Origin.OLDER : Origin.OURS)
                .orElse(Origin.UNKNOWN);
    }

    private static Optional<Instant> creationDate(JsonNode record) {
        JsonNode properties = record.path("properties");
        return Stream.of(record.path("createdAt"), properties.path("createdate"), properties.path("hs_createdate"))
                .flatMap(date -> instant(date.asText("")).stream())
                .findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** That a record was there before, in HubSpot's words for it, which end with the record's id. */
    public static HubSpotError conflict(String idProperty, JsonNode record) {
        String message = "A record with this value of '" + idProperty + "' exists already. Existing ID: "
                + record.path("id").asText();
        return new HubSpotError(0, "CONFLICT", null, message, null, null, null, null);
    }

    /**
     * What became of a single create: its result, where that is certain; else the record that it made, or a conflict with
     * one that was there before. Where no record is there it is sent again.
     *
     * @return ambiguous only where the lookup failed, or no retry was left
     */
    public CompletableFuture<CallResult> settle(ApiCall call, RecordKey key, CallResult result) {
        CompletableFuture<CallResult> settled = result instanceof CallFailure failure && failure.maybeApplied()
                ? lookUp(call, key, failure, failure)
                : done(result);
        return settled.thenApply(end -> {
            if (end instanceof ApiAnswer answer) {
                created(answer.body());
            }
            return end;
        });
    }

    /**
     * Looks the record up.
     *
     * @param first the failure that lost the first answer
     * @param last the failure of the latest attempt
     */
    private CompletableFuture<CallResult> lookUp(ApiCall call, RecordKey key, CallFailure first, CallFailure last) {
        boolean conflict = last.kind() == FailureKind.CONFLICT;
        if (!conflict && last.kind() != FailureKind.AMBIGUOUS) {
            // What ends all calls says nothing of the first attempt; a refusal holds for it as well.
            return done(last.kind().endsRun() ? first : last);
        }
        return lookup.find(key.objectType(), key.idProperty(), List.of(key.value()), key.properties())
                .thenCompose(found -> {
                    if (found.failure() != null) {
                        return done(first);
                    }
                    JsonNode record = found.value().byValue().get(key.value());
                    if (record == null) {
                        return conflict ? done(last) : sendAgain(call, key, first, last);
                    }
                    ApiAnswer answer = found.value().answer();
                    return done(
                            switch (origin(record, last.attempts(), answer)) {
                                case OURS -> answer.withBody(record);
                                case OLDER -> conflict ? last : CallFailure.refused(conflict(key.idProperty(), record));
                                case UNKNOWN -> first;
                            });
                });
    }

    private CompletableFuture<CallResult> sendAgain(ApiCall call, RecordKey key, CallFailure first, CallFailure last) {
        return client.sendAgain(call, last.attempts(), last.error())
                .map(sent -> sent.thenCompose(result ->
                        result instanceof CallFailure failure ? lookUp(call, key, first, failure) : done(result)))
                .orElse(done(first));
    }

    private static CompletableFuture<CallResult> done(CallResult result) {
        return CompletableFuture.completedFuture(result);
    }
}
