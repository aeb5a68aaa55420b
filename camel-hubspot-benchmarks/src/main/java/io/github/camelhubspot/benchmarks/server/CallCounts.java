// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the canned HubSpot has taken so far; thread-safe. */
final class CallCounts {

    private final LongAdder calls = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong nextId = new AtomicLong(1_000_000);

    void begin() {
        int now = inFlight.incrementAndGet();
        if (now > mostInFlight.get()) {
            mostInFlight.accumulateAndGet(now, Math::max);
        }
    }

    void end(int recordsOfCall) {
        inFlight.decrementAndGet();
        calls.increment();
        records.add(recordsOfCall);
    }

    long nextId() {
        return nextId.incrementAndGet();
    }

    String toJson() {
        return "{\"calls\":" + calls.sum() + ",\"records\":" + records.sum() + ",\"mostInFlight\":" + mostInFlight.get()
                + "}";
    }
}
