// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallMeter;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.Timing;

/**
 * What HubSpot's answers say of the health of one account. A problem ends with the success of a call that began after it;
 * that of a missing scope with the success of the same operation on the same object type.
 *
 * <p>Thread-safe.
 */
public final class AccountHealth implements CallMeter {

    /** Object types may come from messages; more problems with scopes than these tell nothing new. */
    private static final int MAX_SCOPE_PROBLEMS = 20;

    private final String account;
    private final Timing timing;
    private final Map<Subject, ScopeProblem> scopeProblems = new LinkedHashMap<>();
    private boolean configured;
    private Instant lastSuccess;
    private Problem token;
    private Problem day;

    /**
     * The health of an account of which nothing is known yet.
     *
     * @param account names the account; no secret
     */
    public AccountHealth(String account, Timing timing) {
        this.account = account;
        this.timing = timing;
    }

    /** Notes that the configuration names the account, and not only a message. */
    public synchronized void configured() {
        configured = true;
    }

    @Override
    public synchronized void ended(ApiCall call, CallResult result, Duration whole) {
        long now = timing.nanoTime();
        if (result instanceof CallFailure failure) {
            failed(call, failure, now);
        } else {
            succeeded(call, now - whole.toNanos());
        }
    }

    private void failed(ApiCall call, CallFailure failure, long now) {
        boolean answered = failure.error().status() > 0;
        switch (failure.kind()) {
            case AUTHENTICATION ->
                token = new Problem(
                        answered ? "HubSpot refused the access token" : "no access token was to be had", now);
            case MISSING_SCOPE -> {
                token = null;
                if (scopeProblems.size() < MAX_SCOPE_PROBLEMS || scopeProblems.containsKey(Subject.of(call))) {
                    scopeProblems.put(
                            Subject.of(call), new ScopeProblem(failure.error().missingScopes(), now));
                }
            }
            case DAILY_LIMIT -> {
                // The component's own ceiling for bulk work is none of HubSpot's refusals.
                if (answered) {
                    day = usedUp(now);
                }
            }
            // HubSpot looked at what was sent, so it accepted the token.
            case NOT_FOUND, CONFLICT, VALIDATION -> token = null;
            default -> {
                // Says nothing of the account.
            }
        }
    }

    private void succeeded(ApiCall call, long began) {
        lastSuccess = timing.now();
        if (token != null && token.before(began)) {
            token = null;
        }
        if (day != null && day.before(began)) {
            day = null;
        }
        if (!scopeProblems.isEmpty()) {
            scopeProblems.computeIfPresent(
                    Subject.of(call), (subject, problem) -> began - problem.since() >= 0 ? null : problem);
        }
    }

    @Override
    public synchronized void dailyQuota(long limit, long remaining) {
        day = remaining > 0 ? null : usedUp(timing.nanoTime());
    }

    private static Problem usedUp(long now) {
        return new Problem("the calls of the day are used up", now);
    }

    /** How it stands now. */
    public synchronized State state() {
        List<String> problems = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        if (token != null) {
            problems.add(token.text());
        }
        if (day != null) {
            problems.add(day.text());
        }
        scopeProblems.forEach((subject, problem) -> {
            problems.add(subject + " lacks the scopes " + problem.names());
            missing.addAll(problem.names());
        });
        return new State(account, configured, lastSuccess, List.copyOf(problems), List.copyOf(missing));
    }

    /**
     * The health of an account at one time.
     *
     * @param account names the account; no secret
     * @param configured whether the configuration names it, and not only a message
     * @param lastSuccess when a call last succeeded; null where none did
     * @param problems what is wrong, in words for humans
     * @param missingScopes the names of the scopes that HubSpot asked for
     */
    public record State(
            String account,
            boolean configured,
            Instant lastSuccess,
            List<String> problems,
            List<String> missingScopes) {

        /** Whether anything is wrong. */
        public boolean failing() {
            return !problems.isEmpty();
        }
    }

    private record Problem(String text, long since) {
        boolean before(long time) {
            return time - since >= 0;
        }
    }

    private record ScopeProblem(List<String> names, long since) {}

    /** What scopes are about: an operation on an object type. */
    private record Subject(String operation, String objectType) {

        /** What is no name of a type is not repeated, since a message may have brought it. */
        private static final Pattern TYPE_NAME = Pattern.compile("[\\w.-]{1,100}");

        static Subject of(ApiCall call) {
            String type = call.objectType();
            return new Subject(
                    call.operation().label(),
                    type != null && TYPE_NAME.matcher(type).matches() ? type : null);
        }

        @Override
        public String toString() {
            return objectType == null ? operation : operation + " of " + objectType;
        }
    }
}
