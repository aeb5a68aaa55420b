// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs at most so many tasks at once on another executor, and the rest in the order in which they came. */
final class BoundedExecutor implements Executor {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int most;
    private int running;

    BoundedExecutor(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Allows at least so many from now on. */
    synchronized void allow(int tasks) {
        most = Math.max(most, tasks);
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running >= most) {
                waiting.add(task);
                return;
            }
            running++;
        }
        start(task);
    }

    private void start(Runnable task) {
        boolean started = false;
        try {
            threads.execute(() -> run(task));
            started = true;
        } finally {
            if (!started) {
                synchronized (this) {
                    running--;
                }
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            Runnable next = ended();
            if (next != null) {
                goOn(next);
            }
        }
    }

    private void goOn(Runnable next) {
        try {
            start(next);
        } catch (RejectedExecutionException e) {
            // The threads are being shut down, and what was accepted must end all the same.
            synchronized (this) {
                running++;
            }
            run(next);
        }
    }

    /** Takes who is next to the free place. */
    private synchronized Runnable ended() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
