// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;

/** One call with its retries, which know what is safe. */
final class CallAttempts implements AccountGovernor.Job {

    private static final Logger LOG = LoggerFactory.getLogger(CallAttempts.class);

    private static final int NOT_FOUND = 404;
    private static final int REMOVED = 204;

    private final ApiCall call;
    private final OneCall oneCall;
    private final AccountGovernor governor;
    private final RetryPolicy policy;
    private final ClientResources resources;
    private final CompletableFuture<CallResult> result = new CompletableFuture<>();
    private int retries;
    /** Set by any attempt of which HubSpot may have carried out the write without saying so. */
    private boolean maybeApplied;
    /** When the latest attempt was sent, and the first of those that HubSpot may have carried out. */
    private long sent;

    private long firstSent;

    CallAttempts(
            ApiCall call, OneCall oneCall, AccountGovernor governor, RetryPolicy policy, ClientResources resources) {
        this.call = call;
        this.oneCall = oneCall;
        this.governor = governor;
        this.policy = policy;
        this.resources = resources;
    }

    CompletableFuture<CallResult> start() {
        governor.submit(call.operation().window(), this);
        return result;
    }

    /**
     * Goes on after attempts of which HubSpot may have carried out one, when the next attempt is due.
     *
     * @return empty where no attempt is left, or HubSpot asks for too long a wait
     */
    Optional<CompletableFuture<CallResult>> goOn(Attempts before, HubSpotError error) {
        maybeApplied = true;
        firstSent = before.firstSent();
        retries = before.retries();
        boolean tooLong = before.pause() != null && before.pause().compareTo(policy.maxDelay()) > 0;
        if (retries >= policy.maxRetries() || tooLong) {
            return Optional.empty();
        }
        sendAgain(error, Optional.ofNullable(before.pause()));
        return Optional.of(result);
    }

    @Override
    public void abandon() {
        result.complete(failure(
                FailureKind.STOPPED,
                HubSpotError.local("The component was stopped before the call was sent"),
                null,
                null));
    }

    @Override
    public void run() {
        try {
            sent = resources.nanoTime().getAsLong();
            OneCall.Reply reply = oneCall.send(call);
            if (reply.answer() != null) {
                firstSent = maybeApplied ? firstSent : sent;
                result.complete(reply.answer().after(new Attempts(firstSent, retries, null)));
            } else if (removedBefore(reply.error())) {
                result.complete(new ApiAnswer(
                        REMOVED,
                        null,
                        reply.error().correlationId(),
                        reply.time(),
                        new Attempts(firstSent, retries, null)));
            } else if (FailureClassifier.temporary(reply.error())) {
                temporary(reply.error(), reply.retryAfter(), FailureClassifier.surelyNotApplied(reply.error()), null);
            } else {
                result.complete(failure(FailureClassifier.kind(reply.error()), reply.error(), null, null));
            }
        } catch (NotSentException e) {
            temporary(HubSpotError.local("HubSpot could not be reached: " + e.getMessage()), null, true, e);
        } catch (BoundedInputStream.AnswerTooLargeException e) {
            // HubSpot did what was asked; only what it says of it is not read.
            noteMaybeApplied();
            result.complete(failure(HubSpotError.local(e.getMessage()), null, e));
        } catch (IOException e) {
            temporary(HubSpotError.local("HubSpot's answer was lost: " + e.getMessage()), null, false, e);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** An earlier attempt removed it, and only its answer was lost. */
    private boolean removedBefore(HubSpotError error) {
        return maybeApplied && error.status() == NOT_FOUND && call.operation().effect() == Effect.REMOVE;
    }

    private void temporary(HubSpotError error, String retryAfter, boolean surelyNotApplied, Throwable cause) {
        if (!surelyNotApplied) {
            noteMaybeApplied();
        }
        Optional<Duration> asked = RetryPolicy.retryAfter(retryAfter, resources.clock());
        if (!surelyNotApplied && !call.repeatable()) {
            result.complete(failure(FailureKind.AMBIGUOUS, error, asked.orElse(null), cause));
            return;
        }
        boolean tooLong = asked.isPresent() && asked.get().compareTo(policy.maxDelay()) > 0;
        if (retries >= policy.maxRetries() || tooLong) {
            CallFailure failure = failure(error, asked.orElse(null), cause);
            result.complete(tooLong ? failure.until(asked.get()) : failure);
            return;
        }
        sendAgain(error, asked);
    }

    private void sendAgain(HubSpotError error, Optional<Duration> asked) {
        retries++;
        Duration delay = asked.orElseGet(
                () -> policy.delay(retries, error, resources.random().get()));
        LOG.debug(
                "{} ended with status {}, sending it again in {} ms (retry {} of {})",
                call.operation().label(),
                error.status(),
                delay.toMillis(),
                retries,
                policy.maxRetries());
        governor.submitLater(call.operation().window(), this, delay);
    }

    private void noteMaybeApplied() {
        if (call.writes() && !maybeApplied) {
            maybeApplied = true;
            firstSent = sent;
        }
    }

    private CallFailure failure(HubSpotError error, Duration wait, Throwable cause) {
        boolean ambiguous = maybeApplied && !call.repeatable();
        return failure(ambiguous ? FailureKind.AMBIGUOUS : finalKind(error), error, wait, cause);
    }

    private CallFailure failure(FailureKind kind, HubSpotError error, Duration wait, Throwable cause) {
        Attempts attempts = maybeApplied ? new Attempts(firstSent, retries, wait) : null;
        return new CallFailure(kind, error, maybeApplied, cause, null, attempts);
    }

    private static FailureKind finalKind(HubSpotError error) {
        return error.status() == 0 ? FailureKind.UNAVAILABLE : FailureClassifier.kind(error);
    }
}
