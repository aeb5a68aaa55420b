// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.JobShape;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;

/** Waits until HubSpot has finished a job, such as an import; asks now and then, and costs no thread meanwhile. */
final class JobWait {

    private static final Logger LOG = LoggerFactory.getLogger(JobWait.class);

    private final ProducerParts parts;
    private final CallOptions options;
    private final ProgressEndpoint progress;
    private final JobShape shape;
    private final String id;
    private final ApiCall read;
    private final long begun;
    private JsonNode last;

    /**
     * A wait.
     *
     * @param started HubSpot's answer to the start of the job
     * @param progress is told how far the job is; null for none
     */
    JobWait(ProducerParts parts, CallOptions options, ApiAnswer started, ProgressEndpoint progress) {
        this.parts = parts;
        this.options = options;
        this.progress = progress;
        ApiOperation operation = options.operation();
        this.shape = operation.job();
        this.id = started.body() == null
                ? null
                : started.body().at(operation.resultId()).asText(null);
        if (id == null) {
            throw FailureExceptions.unfit(
                    operation, started, new IllegalArgumentException("HubSpot's answer does not name what it started"));
        }
        ApiOperation reading = OperationCatalogue.find(operation.resource(), shape.read());
        this.read = parts.client().newCall(reading, name -> name.equals(OptionNames.OBJECT_ID) ? id : null, null, null);
        this.begun = parts.client().nanoTime();
    }

    /**
     * Waits for the end.
     *
     * @return completed with HubSpot's answer about the job that has ended well; exceptionally where it failed, takes longer
     *     than it may, or cannot be asked for
     */
    CompletableFuture<CallResult> end() {
        return parts.client()
                .sendLater(read, options.configuration().getPollDelay())
                .thenComposeAsync(
                        result -> {
                            if (result instanceof ApiAnswer answer) {
                                return look(answer);
                            }
                            CallFailure failure = (CallFailure) result;
                            String what = failure.kind() == FailureKind.STOPPED
                                    ? "the route was stopped while it waited"
                                    : "HubSpot does not say how far it is";
                            throw FailureExceptions.started(
                                    options.operation(), id, what, failure.error(), failure.cause());
                        },
                        parts.workers());
    }

    private CompletableFuture<CallResult> look(ApiAnswer answer) {
        JsonNode job = answer.body() == null ? null : answer.body();
        String state = job == null ? "" : job.at(shape.state()).asText("");
        if (job != null && !job.equals(last)) {
            last = job;
            LOG.info("hubspot:{} of {} is {}", options.operation().label(), id, state);
            if (progress != null) {
                progress.tell(options.exchange(), id, parts.output().convert(job));
            }
        }
        if (state.equals(shape.done())) {
            return CompletableFuture.completedFuture(answer);
        }
        if (shape.failed().contains(state)) {
            throw FailureExceptions.started(
                    options.operation(),
                    id,
                    "HubSpot ended it as " + state
                            + (shape.content() == null ? " (operation=errors has the rows it refused)" : ""),
                    HubSpotError.local("Ended as " + state),
                    null);
        }
        Duration limit = options.configuration().getWaitTimeout();
        if (parts.client().nanoTime() - begun > limit.toNanos()) {
            throw FailureExceptions.started(
                    options.operation(),
                    id,
                    "HubSpot has not finished it within waitTimeout, " + limit.toSeconds() + " seconds",
                    HubSpotError.local("Not finished within waitTimeout"),
                    null);
        }
        return end();
    }
}
