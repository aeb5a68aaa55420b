// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;

/** One call with its retries, which know what is safe. */
final class CallAttempts implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(CallAttempts.class);

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REMOVED = 204;

    private final ApiCall call;
    private final OneCall oneCall;
    private final CallPolicy policy;
    private final AccountGovernor governor;
    private final Tokens tokens;
    private final ClientResources resources;
    private final long number;
    private final long begun;
    private final CompletableFuture<CallResult> result = new CompletableFuture<>();
    private int retries;
    private boolean tokenRenewed;
    /** Set by any attempt of which HubSpot may have carried out the write without saying so. */
    private boolean maybeApplied;
    /** When the latest attempt was sent, and the first of those that HubSpot may have carried out. */
    private long sent;

    private long firstSent;

    CallAttempts(
            ApiCall call,
            OneCall oneCall,
            CallPolicy policy,
            AccountGovernor governor,
            Tokens tokens,
            ClientResources resources) {
        this.call = call;
        this.oneCall = oneCall;
        this.policy = policy;
        this.governor = governor;
        this.tokens = tokens;
        this.resources = resources;
        this.number = governor.number();
        this.begun = resources.timing().nanoTime();
    }

    CompletableFuture<CallResult> start() {
        submit();
        return result;
    }

    CompletableFuture<CallResult> start(Duration delay) {
        governor.submitLater(call.operation().window(), this, delay);
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
        Optional<Duration> asked = Optional.ofNullable(before.pause());
        if (policy.retry().usedUp(retries) || policy.retry().tooLong(asked)) {
            return Optional.empty();
        }
        sendAgain(error, asked);
        return Optional.of(result);
    }

    /** Waits for a token first, so that no call slot and no permit is taken meanwhile. */
    private void submit() {
        if (tokens.ready() != null) {
            governor.submit(call.operation().window(), this);
        } else if (governor.hold(this)) {
            tokens.fetch().whenComplete((token, fault) -> {
                if (!governor.release(this)) {
                    return;
                }
                if (fault == null) {
                    governor.submit(call.operation().window(), this);
                } else {
                    end(withoutToken(fault instanceof CompletionException ? fault.getCause() : fault));
                }
            });
        }
    }

    private CallFailure withoutToken(Throwable fault) {
        if (fault instanceof TokenException exception) {
            return exception.failure(maybeApplied);
        }
        HubSpotError error = HubSpotError.local("No access token was to be had: " + fault.getMessage());
        return new CallFailure(FailureKind.AUTHENTICATION, error, maybeApplied, fault);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Priority priority() {
        return policy.priority();
    }

    @Override
    public boolean stopping() {
        return policy.stopping().getAsBoolean();
    }

    @Override
    public void leaves(Duration waited) {
        resources.meter().waited(call.operation(), waited);
    }

    @Override
    public void refuse(FailureKind kind, String message) {
        end(failure(kind, HubSpotError.local(message), null, null));
    }

    @Override
    public void run() {
        AccessToken token = tokens.ready();
        if (token == null) {
            // It ended while the call was waiting.
            submit();
            return;
        }
        try {
            sent = resources.timing().nanoTime();
            OneCall.Reply reply = oneCall.send(call, token);
            governor.learn(call.operation().window(), reply.quota(), reply.answer() != null);
            take(reply, token);
        } catch (NotSentException e) {
            temporary(HubSpotError.local("HubSpot could not be reached: " + e.getMessage()), null, true, e);
        } catch (BoundedInputStream.AnswerTooLargeException e) {
            // HubSpot did what was asked; only what it says of it is not read.
            noteMaybeApplied();
            end(failure(HubSpotError.local(e.getMessage()), null, e));
        } catch (IOException e) {
            temporary(HubSpotError.local("HubSpot's answer was lost: " + e.getMessage()), null, false, e);
        } catch (RuntimeException | Error e) {
            unexpected(e);
        }
    }

    /** A fault of our own, behind which nobody knows what HubSpot did. */
    private void unexpected(Throwable fault) {
        noteMaybeApplied();
        if (maybeApplied && !call.repeatable()) {
            end(failure(FailureKind.AMBIGUOUS, HubSpotError.local("An unexpected fault: " + fault), null, fault));
        } else {
            result.completeExceptionally(fault);
        }
    }

    private void take(OneCall.Reply reply, AccessToken token) {
        if (reply.answer() != null) {
            firstSent = maybeApplied ? firstSent : sent;
            end(reply.answer().after(attempts(null)));
            return;
        }
        HubSpotError error = reply.error();
        if (removedBefore(error)) {
            end(new ApiAnswer(REMOVED, null, error.correlationId(), reply.time(), attempts(null)));
        } else if (error.status() == UNAUTHORIZED && !tokenRenewed && tokens.refused(token, error)) {
            tokenRenewed = true;
            submit();
        } else if (FailureClassifier.temporary(error)) {
            temporary(error, reply.retryAfter(), FailureClassifier.surelyNotApplied(error), null);
        } else {
            FailureKind kind = FailureClassifier.kind(error);
            if (kind == FailureKind.DAILY_LIMIT) {
                governor.dayUsedUp();
            }
            end(failure(kind, error, null, null));
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
        Optional<Duration> asked = RetryPolicy.retryAfter(retryAfter, resources.timing());
        if (!surelyNotApplied && !call.repeatable()) {
            end(failure(FailureKind.AMBIGUOUS, error, asked.orElse(null), cause));
        } else if (policy.retry().usedUp(retries) || policy.retry().tooLong(asked)) {
            CallFailure failure = failure(error, asked.orElse(null), cause);
            end(policy.retry().tooLong(asked) ? failure.until(asked.get()) : failure);
        } else {
            sendAgain(error, asked);
        }
    }

    private void sendAgain(HubSpotError error, Optional<Duration> asked) {
        RetryPolicy retry = policy.retry();
        retries++;
        Duration delay = asked.orElseGet(
                () -> retry.delay(retries, error, resources.random().get()));
        LOG.debug(
                "{} ended with status {}, sending it again in {} ms (retry {} of {})",
                call.operation().label(),
                error.status(),
                delay.toMillis(),
                retries,
                retry.maxRetries());
        resources.meter().retried(call.operation(), error.status());
        if (error.status() == TOO_MANY_REQUESTS) {
            // Whatever else counts against this window would be refused as well.
            governor.pause(call.operation().window(), delay);
        }
        governor.submitLater(call.operation().window(), this, delay);
    }

    private void noteMaybeApplied() {
        if (call.writes() && !maybeApplied) {
            maybeApplied = true;
            firstSent = sent;
        }
    }

    private Attempts attempts(Duration pause) {
        return new Attempts(firstSent, retries, pause);
    }

    private CallFailure failure(HubSpotError error, Duration pause, Throwable cause) {
        boolean ambiguous = maybeApplied && !call.repeatable();
        return failure(ambiguous ? FailureKind.AMBIGUOUS : finalKind(error), error, pause, cause);
    }

    private CallFailure failure(FailureKind kind, HubSpotError error, Duration pause, Throwable cause) {
        return new CallFailure(kind, error, maybeApplied, cause, null, maybeApplied ? attempts(pause) : null);
    }

    private static FailureKind finalKind(HubSpotError error) {
        return error.status() == 0 ? FailureKind.UNAVAILABLE : FailureClassifier.kind(error);
    }

    private void end(CallResult ended) {
        Duration whole = Duration.ofNanos(resources.timing().nanoTime() - begun);
        resources.meter().ended(call, ended, whole);
        result.complete(ended);
    }
}
