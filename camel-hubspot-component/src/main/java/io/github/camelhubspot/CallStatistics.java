// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallMeter;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.Timing;

/** Counts the calls of a component, whether anybody measures them or not. Thread-safe. */
final class CallStatistics implements CallMeter {

    private final Timing timing;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failedCalls = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder tokensFetched = new LongAdder();
    private volatile Instant lastSuccess;
    private volatile Failure lastFailure;

    CallStatistics(Timing timing) {
        this.timing = timing;
    }

    @Override
    public void ended(ApiCall call, CallResult result, Duration whole) {
        calls.increment();
        if (result instanceof CallFailure failure) {
            failedCalls.increment();
            lastFailure = new Failure(failure.kind(), call.operation().label(), timing.now());
        } else {
            lastSuccess = timing.now();
        }
    }

    @Override
    public void retried(ApiOperation operation, int status) {
        retries.increment();
    }

    @Override
    public void tokenFetched(boolean success) {
        if (success) {
            tokensFetched.increment();
        }
    }

    /** The calls that have ended, each counted once however often it was sent. */
    long calls() {
        return calls.sum();
    }

    /** Those of them that did not succeed. */
    long failedCalls() {
        return failedCalls.sum();
    }

    long retries() {
        return retries.sum();
    }

    long tokensFetched() {
        return tokensFetched.sum();
    }

    /** When a call last succeeded; null where none did. */
    Instant lastSuccess() {
        return lastSuccess;
    }

    /** The last call that did not succeed; null where none failed. */
    Failure lastFailure() {
        return lastFailure;
    }

    /**
     * A call that did not succeed, without anything that was sent or answered.
     *
     * @param operation how users name it in a URI
     */
    record Failure(FailureKind kind, String operation, Instant time) {

        @Override
        public String toString() {
            return kind + " (" + operation + ") at " + time;
        }
    }
}
