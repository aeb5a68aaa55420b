// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * HubSpot's clock: it runs with the machine's until a test moves or stops it. It decides created and modified dates,
 * the Date header of answers, index lag, rate limit windows and the expiry of tokens.
 */
public final class SimulatorClock extends Clock {

    private volatile Duration offset = Duration.ZERO;
    private volatile Instant stoppedAt;

    /** Moves the time forward, or back by a negative duration; a stopped clock stays stopped, at another time. */
    public synchronized SimulatorClock advance(Duration duration) {
        if (stoppedAt == null) {
            offset = offset.plus(duration);
        } else {
            stoppedAt = stoppedAt.plus(duration);
        }
        return this;
    }

    /** Stops the clock at the given instant; from then on only {@link #advance} moves it. */
    public synchronized SimulatorClock stopAt(Instant instant) {
        stoppedAt = instant;
        return this;
    }

    /** Goes with the machine's clock again. */
    public synchronized SimulatorClock reset() {
        stoppedAt = null;
        offset = Duration.ZERO;
        return this;
    }

    @Override
    public long millis() {
        Instant stopped = stoppedAt;
        return stopped == null ? System.currentTimeMillis() + offset.toMillis() : stopped.toEpochMilli();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
