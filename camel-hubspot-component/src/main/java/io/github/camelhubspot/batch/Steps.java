// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Runs the steps of a run, one at a time: after each event one at least, on a worker thread. Thread-safe.
 */
final class Steps {

    private final Executor workers;
    private final Runnable step;
    private final Predicate<Throwable> onFault;
    private final AtomicInteger signals = new AtomicInteger();
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();

    /**
     * Steps.
     *
     * @param step what to do when events have happened
     * @param onFault is told what a step threw; whether another one is to follow
     */
    Steps(Executor workers, Runnable step, Predicate<Throwable> onFault) {
        this.workers = workers;
        this.step = step;
        this.onFault = onFault;
    }

    /** Takes an event into account; it runs before the next step, alone. */
    void signal(Runnable event) {
        events.add(event);
        if (signals.getAndIncrement() == 0) {
            try {
                workers.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The component is closing, and the run must end all the same.
                drain();
            }
        }
    }

    private void drain() {
        int seen = 1;
        do {
            try {
                for (Runnable event = events.poll(); event != null; event = events.poll()) {
                    event.run();
                }
                step.run();
            } catch (RuntimeException | Error e) {
                if (onFault.test(e)) {
                    signals.incrementAndGet();
                }
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }
}
