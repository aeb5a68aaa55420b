// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Faults that hit a part of the calls by chance. A seed decides, call by call in the order of arrival: with the same
 * settings the n-th call that matches always suffers the same, whatever the calls are and however they overlap.
 */
public final class RandomFaults {

    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503, 504, 521, 524);
    // Cuts fall within the first bytes, so that short bodies are cut in different places too.
    private static final int LONGEST_CUT = 64;

    private final FaultScript script;
    private final SplittableRandom random;
    private CallPattern calls = CallPattern.ALL;
    private double share = 0.1;
    private List<FaultKind> kinds = List.copyOf(FaultKind.TEMPORARY);
    private Duration retryAfter = Duration.ofSeconds(1);
    private Duration silence = Duration.ofSeconds(60);
    private int dripBytes = 512;
    private Duration dripEvery = Duration.ofMillis(10);

    RandomFaults(FaultScript script, long seed) {
        this.script = script;
        this.random = new SplittableRandom(seed);
    }

    /** The part of the matching calls that a fault hits, from 0 to 1; 0.1 unless said. */
    public RandomFaults share(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("The share of calls that fail is from 0 to 1, not " + part);
        }
        synchronized (script) {
            share = part;
            return this;
        }
    }

    /** What may happen, each as likely as the others; {@link FaultKind#TEMPORARY} unless said. */
    public RandomFaults of(FaultKind... some) {
        if (some.length == 0) {
            throw new IllegalArgumentException("Random faults are of at least one kind");
        }
        synchronized (script) {
            kinds = List.of(some);
            return this;
        }
    }

    /** Only for such calls, as in {@link Fault#matching}; other calls do not count. */
    public RandomFaults matching(String httpMethod, String pathPattern) {
        synchronized (script) {
            calls = CallPattern.of(httpMethod, pathPattern);
            return this;
        }
    }

    /** What Retry-After says where a fault has it, in whole seconds; one second unless said. */
    public RandomFaults retryAfter(Duration wait) {
        synchronized (script) {
            retryAfter = wait;
            return this;
        }
    }

    /** How long nothing is sent with {@link FaultKind#SILENCE_AFTER}; a minute unless said. */
    public RandomFaults silence(Duration time) {
        synchronized (script) {
            silence = time;
            return this;
        }
    }

    /** How an answer comes with {@link FaultKind#SLOW_DRIP}; 512 bytes every ten milliseconds unless said. */
    public RandomFaults drip(int bytes, Duration every) {
        synchronized (script) {
            dripBytes = bytes;
            dripEvery = every;
            return this;
        }
    }

    /** Takes the faults out of the script. */
    public void remove() {
        script.remove(this);
    }

    /** Decides about one more call; null if it suffers nothing. */
    FaultEffect decide(String method, String path) {
        if (!calls.fits(method, path)) {
            return null;
        }
        // Every call has a generator of its own, so that what one needs does not change what the next one gets.
        SplittableRandom ofCall = random.split();
        if (ofCall.nextDouble() >= share) {
            return null;
        }
        FaultKind kind = kinds.get(ofCall.nextInt(kinds.size()));
        return fault(kind, ofCall).effect();
    }

    private Fault fault(FaultKind kind, SplittableRandom ofCall) {
        Fault fault = new Fault(script, 1);
        return switch (kind) {
            case TEN_SECONDLY_LIMIT -> fault.rateLimited("TEN_SECONDLY_ROLLING");
            case TEN_SECONDLY_LIMIT_RETRY_AFTER -> fault.rateLimited("TEN_SECONDLY_ROLLING", retryAfter);
            case SECONDLY_LIMIT -> fault.rateLimited("SECONDLY");
            case SECONDLY_LIMIT_RETRY_AFTER -> fault.rateLimited("SECONDLY", retryAfter);
            case DAILY_LIMIT -> fault.rateLimited("DAILY");
            case LOCKED -> fault.answer(423);
            case MIGRATING -> fault.migrating(retryAfter);
            case SERVER_ERROR_BEFORE -> fault.answer(serverError(ofCall));
            case SERVER_ERROR_AFTER -> fault.afterApplying().answer(serverError(ofCall));
            case LOST_BEFORE -> fault.dropConnection();
            case LOST_AFTER -> fault.afterApplying().dropConnection();
            case RESET_BEFORE -> fault.resetConnection();
            case RESET_AFTER -> fault.afterApplying().resetConnection();
            case CUT_BODY -> fault.cutBody(ofCall.nextInt(LONGEST_CUT));
            case HTML_BEFORE -> fault.html(serverError(ofCall));
            case HTML_AFTER -> fault.afterApplying().html(serverError(ofCall));
            case HTML_OK -> fault.afterApplying().html(200);
            case SLOW_DRIP -> fault.drip(dripBytes, dripEvery);
            case SILENCE_AFTER -> fault.afterApplying().silence(silence);
            case EXPIRED_TOKEN -> fault.expiredToken();
        };
    }

    private static int serverError(SplittableRandom ofCall) {
        return SERVER_ERRORS.get(ofCall.nextInt(SERVER_ERRORS.size()));
    }
}
