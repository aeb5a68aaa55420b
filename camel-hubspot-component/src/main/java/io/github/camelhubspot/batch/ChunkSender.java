// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Repeatability;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.Attempts;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.HubSpotClient;

/**
 * Sends a chunk; where HubSpot refuses it as a whole, the bad entries are isolated.
 *
 * <p>Every open entry of the chunk has an outcome, a conflict to settle, or a lost create to look up, when the returned
 * future completes.
 */
final class ChunkSender {

    private final HubSpotClient client;
    private final Executor workers;
    private final RunState run;
    private final Isolation isolation;

    /**
     * A sender for one chunk.
     *
     * @param first the index of the chunk's first input
     */
    ChunkSender(HubSpotClient client, Executor workers, RunState run, long first) {
        this.client = client;
        this.workers = workers;
        this.run = run;
        this.isolation = new Isolation(this, run, first);
    }

    /** Must be called when the chunk is done. */
    void close() {
        isolation.close();
    }

    Executor workers() {
        return workers;
    }

    /** Whether the entries have nothing to do with one another, so that none may suffer for another. */
    boolean shared() {
        return run.shared();
    }

    /** Whether the run has ended, so that the entries were given back unsent. */
    boolean givesBack(List<Entry> entries) {
        boolean stopped = run.stopped();
        if (stopped) {
            entries.forEach(entry -> entry.notSent(run.error()));
        }
        return stopped;
    }

    /** Sends the entries in one call, and in more where HubSpot refuses them together. */
    CompletableFuture<Void> send(ChunkCodec codec, List<Entry> entries) {
        return send(codec, entries, null);
    }

    /**
     * The same, with a way to find the entries that conflict.
     *
     * @param conflicts finds which entries exist already when HubSpot refuses a chunk for a conflict; null for none
     */
    CompletableFuture<Void> send(ChunkCodec codec, List<Entry> entries, ConflictFinder conflicts) {
        return send(codec, entries, conflicts, call -> Optional.of(client.send(call)));
    }

    /** Sends entries again whose creates were lost, as the next retry; where none is left they are ambiguous. */
    CompletableFuture<Void> sendAgain(ChunkCodec codec, List<Entry> entries, ConflictFinder conflicts) {
        LostAnswer lost = entries.get(0).lost;
        Attempts attempts = entries.stream().map(entry -> entry.lost.attempts()).reduce(lost.attempts(), Attempts::and);
        return send(codec, entries, conflicts, call -> client.sendAgain(call, attempts, lost.error()));
    }

    /**
     * Sends the entries.
     *
     * @param way how; gives nothing where they may not be sent any more
     */
    private CompletableFuture<Void> send(
            ChunkCodec codec,
            List<Entry> entries,
            ConflictFinder conflicts,
            Function<ApiCall, Optional<CompletableFuture<CallResult>>> way) {
        if (entries.isEmpty()) {
            return done();
        }
        if (givesBack(entries)) {
            return done();
        }
        ApiCall call;
        try {
            call = client.newCall(
                    codec.operation(), name -> codec.pathValue(entries, name), codec.query(), codec.body(entries));
        } catch (IllegalArgumentException e) {
            if (run.shared() && entries.size() > 1) {
                return isolation.isolate(codec, entries, HubSpotError.local(e.getMessage()), conflicts);
            }
            entries.forEach(entry -> entry.fail(OutcomeStatus.REJECTED, HubSpotError.local(e.getMessage())));
            return done();
        }
        Optional<CompletableFuture<CallResult>> sent = way.apply(codec.repeatable(entries) ? call : call.once());
        if (sent.isEmpty()) {
            entries.forEach(entry -> entry.ambiguous(entry.lost.error()));
            return done();
        }
        return sent.get().thenComposeAsync(result -> take(codec, entries, result, conflicts), workers);
    }

    private CompletableFuture<Void> take(
            ChunkCodec codec, List<Entry> entries, CallResult result, ConflictFinder conflicts) {
        if (result instanceof ApiAnswer answer) {
            run.answered(answer);
            HubSpotError common = AnswerMatcher.errorOfNone(codec, entries, answer);
            if (common != null && entries.size() > 1 && codec.operation().repeatability() == Repeatability.REPEATABLE) {
                return isolation.isolate(codec, entries, common, conflicts);
            }
            AnswerMatcher.match(codec, entries, answer);
            isolation.answered(entries);
            return done();
        }
        CallFailure failure = (CallFailure) result;
        if (refusedAsAWhole(failure) || (run.shared() && mayBeAboutOthers(failure, codec, entries))) {
            return isolation.isolate(codec, entries, failure.error(), conflicts);
        }
        failAll(codec, entries, failure);
        return done();
    }

    /** Gives every entry the outcome of a call that failed for all of them. */
    void failAll(ChunkCodec codec, List<Entry> entries, CallFailure failure) {
        entries.forEach(entry -> entry.failed(failure));
        if (failure.kind().endsRun()) {
            boolean ambiguous = failure.maybeApplied() && !codec.readsOnly();
            entries.forEach(entry -> {
                if (ambiguous) {
                    entry.ambiguous(failure.error());
                } else {
                    entry.notSent(failure.error());
                }
            });
            stop(failure);
        } else if (failure.kind() == FailureKind.AMBIGUOUS) {
            entries.forEach(entry -> codec.lost(entry, failure.error(), failure.attempts()));
        } else if (failure.kind() == FailureKind.NOT_FOUND && codec.readsOnly()) {
            entries.forEach(entry -> entry.fail(OutcomeStatus.NOT_FOUND, failure.error()));
        } else {
            entries.forEach(entry -> entry.fail(OutcomeStatus.REJECTED, failure.error()));
        }
    }

    /** Gives an entry the outcome of a call that had to succeed before anything of it could be sent. */
    void failUnsent(Entry entry, CallFailure failure) {
        entry.failed(failure);
        if (failure.kind().endsRun()) {
            entry.notSent(failure.error());
            stop(failure);
        } else if (failure.kind() == FailureKind.AMBIGUOUS) {
            // What was to be made before it may be there by now.
            entry.ambiguous(failure.error());
        } else {
            entry.fail(OutcomeStatus.REJECTED, failure.error());
        }
    }

    /** Ends the run; where inputs share no more than their call, those that were not sent may fare better than these. */
    private void stop(CallFailure failure) {
        boolean passing = failure.kind() == FailureKind.UNAVAILABLE || failure.kind() == FailureKind.RATE_LIMIT;
        if (!run.shared() || !passing) {
            run.stop(BatchStop.because(reason(failure), failure));
        }
    }

    /** HubSpot applied nothing of a batch that it answers so. */
    private static boolean refusedAsAWhole(CallFailure failure) {
        HubSpotError error = failure.error();
        boolean validation = error.category() == null || error.category().equals("VALIDATION_ERROR");
        return error.status() == 409 || (error.status() == 400 && (validation || error.conflict()));
    }

    /** A final refusal of several inputs that may be the fault of one, or of their being together. */
    private static boolean mayBeAboutOthers(CallFailure failure, ChunkCodec codec, List<Entry> entries) {
        if (entries.size() == 1) {
            return false;
        }
        return switch (failure.kind()) {
            case REFUSED, VALIDATION, CONFLICT -> true;
            case NOT_FOUND -> !codec.readsOnly();
            // Where the call must not be repeated it is ambiguous.
            case UNAVAILABLE -> failure.answerTooLarge();
            default -> false;
        };
    }

    private static String reason(CallFailure failure) {
        return switch (failure.kind()) {
            case AUTHENTICATION -> own(failure, "HubSpot did not accept the access token");
            case MISSING_SCOPE -> own(failure, "the access token lacks a scope");
            case DAILY_LIMIT -> own(failure, "the day's quota is used up");
            case RATE_LIMIT -> "HubSpot's rate limit was hit on every retry";
            case STOPPED -> "the component was stopped";
            default -> "HubSpot gave no usable answer after all retries";
        };
    }

    /** What the component found itself says more than what it means. */
    private static String own(CallFailure failure, String otherwise) {
        return failure.error().status() == 0 ? failure.error().message() : otherwise;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    /** Finds which entries of a refused chunk exist already, and marks them. */
    interface ConflictFinder {
        CompletableFuture<Void> find(List<Entry> entries, HubSpotError error);
    }
}
