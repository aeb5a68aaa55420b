// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;

import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;

/** Ends the calls that HubSpot goes on with after its answer, and those that give the content of a file. */
final class JobHandler {

    private final ProducerParts parts;
    private final ProgressEndpoint progress;

    /**
     * A handler.
     *
     * @param progress is told how far jobs are; null for none
     */
    JobHandler(ProducerParts parts, ProgressEndpoint progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** Waits for the job that was started, and reads what it has made. */
    CompletableFuture<CallResult> end(CallOptions options, CallResult started) {
        return started instanceof ApiAnswer answer
                ? new JobWait(parts, options, answer, progress).end()
                : CompletableFuture.completedFuture(started);
    }

    /** Opens the file that an answer names. */
    CompletableFuture<Runnable> content(CallOptions options, CallResult result) {
        if (result instanceof CallFailure failure) {
            throw FailureExceptions.of(options.operation(), failure);
        }
        return new Contents(parts).open(options, (ApiAnswer) result);
    }
}
