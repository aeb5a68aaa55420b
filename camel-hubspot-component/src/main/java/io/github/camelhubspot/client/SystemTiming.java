// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time of this machine. */
public final class SystemTiming implements Timing {

    private final ScheduledExecutorService timer;
    private final Clock clock = Clock.systemUTC();

    /**
     * The time of this machine.
     *
     * @param timer runs what is to happen later; one thread is enough
     */
    public SystemTiming(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        try {
            Future<?> scheduled = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // The component is closed: nothing that waits is left.
            return () -> {};
        }
    }
}
