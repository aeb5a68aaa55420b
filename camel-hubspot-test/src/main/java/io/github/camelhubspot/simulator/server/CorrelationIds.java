// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes correlation ids: UUIDs of version 7, which sort by time. */
final class CorrelationIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final AtomicLong counter = new AtomicLong();

    CorrelationIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long count = counter.getAndIncrement();
        // The counter's lowest bits follow the time, so that ids of one millisecond sort by their making.
        long high = clock.millis() << 16 | VERSION_7 | count & 0x0FFF;
        return new UUID(high, VARIANT | count >>> 12).toString();
    }
}
