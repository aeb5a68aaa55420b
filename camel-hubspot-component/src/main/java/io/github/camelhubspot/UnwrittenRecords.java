// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.batch.Conflicts;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.batch.Settled;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;

/** What a message holds after a record that was not written: one that is as it should be, or any in a dry run. */
final class UnwrittenRecords {

    private UnwrittenRecords() {}

    /** The body stays; the headers tell of the record that exists, as far as it is known. */
    static Runnable skipped(CallOptions options, Settled settled) {
        Message message = options.message();
        return () -> {
            if (settled.result() instanceof CallFailure conflict) {
                SingleCallHandler.headers(
                        message, conflict.error().status(), conflict.error().correlationId());
                Conflicts.existingId(conflict.error())
                        .ifPresent(id -> message.setHeader(HubSpotConstants.RESULT_ID, id));
            } else if (settled.result() instanceof ApiAnswer read && read.body() != null) {
                setId(message, read.body());
            }
            ended(message, OutcomeStatus.SKIPPED, settled);
        };
    }

    /** The body is a report of what would be done. */
    static Runnable dryRun(CallOptions options, ProducerParts parts, Settled settled) {
        if (settled.result() instanceof CallFailure failure) {
            throw FailureExceptions.of(options.operation(), failure);
        }
        JsonNode report = ((ApiAnswer) settled.result()).body();
        Message message = options.message();
        return () -> {
            setId(message, report);
            message.setHeader(HubSpotConstants.DRY_RUN, true);
            ended(message, settled.status(), settled);
            message.setBody(parts.output().report(report));
        };
    }

    private static void setId(Message message, JsonNode record) {
        if (record.hasNonNull("id")) {
            message.setHeader(HubSpotConstants.RESULT_ID, record.get("id").asText());
        }
    }

    private static void ended(Message message, OutcomeStatus status, Settled settled) {
        message.setHeader(HubSpotConstants.OUTCOME, status);
        if (!settled.warnings().isEmpty()) {
            message.setHeader(HubSpotConstants.WARNINGS, settled.warnings());
        }
    }
}
