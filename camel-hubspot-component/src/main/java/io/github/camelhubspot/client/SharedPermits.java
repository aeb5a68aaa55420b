// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.camelhubspot.api.QuotaWindow;

/**
 * The permits that all nodes of a cluster take from one store; while the store is lost, this node's share of them.
 *
 * <p>Store calls block, so they run on the pool for calls; {@link AccountGovernor} asks for one permit at a time.
 */
final class SharedPermits implements Permits {

    private static final Logger LOG = LoggerFactory.getLogger(SharedPermits.class);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final Duration NEXT_LOOK = Duration.ofMillis(50);
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final SharedQuota quota;
    private final QuotaWindow window;
    private final String account;
    private final Executor calls;
    private final Timing timing;
    private final Bucket bucket;

    private int limit;
    /** This node's share; null while the store answers. */
    private LocalPermits share;

    private long nextTry;
    private boolean asking;
    private volatile boolean configured;

    SharedPermits(
            SharedQuota quota, QuotaWindow window, int limit, String account, String key, ClientResources resources) {
        this.quota = quota;
        this.window = window;
        this.limit = limit;
        this.account = account;
        this.calls = resources.calls();
        this.timing = resources.timing();
        this.bucket = quota.buckets()
                .builder()
                .build(key + ':' + window.name().toLowerCase(Locale.ROOT), () -> Pace.shared(window, limit()));
    }

    private synchronized int limit() {
        return limit;
    }

    @Override
    public CompletionStage<Long> take() {
        LocalPermits own;
        boolean ask;
        synchronized (this) {
            own = share;
            ask = !asking && (own == null || timing.nanoTime() - nextTry >= 0);
            asking |= ask;
        }
        if (own != null) {
            // While the store is lost nobody waits for it.
            if (ask) {
                fromStore().whenComplete((wait, fault) -> note(fault));
            }
            return own.take();
        }
        return fromStore()
                .<CompletionStage<Long>>handle((wait, fault) -> {
                    note(fault);
                    return fault == null ? CompletableFuture.completedFuture(wait) : share();
                })
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<Long> fromStore() {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        calls.execute(() -> ask(answer));
        return answer;
    }

    private void ask(CompletableFuture<Long> answer) {
        timing.after(
                LONGEST_ANSWER,
                () -> answer.completeExceptionally(
                        new TimeoutException("no answer within " + LONGEST_ANSWER.toSeconds() + " seconds")));
        try {
            goByOwnLimit();
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            answered();
            answer.complete(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
        } catch (Exception | LinkageError e) {
            answered();
            answer.completeExceptionally(e);
        }
    }

    /** The bucket may be there from before, with another limit, and a new limit comes before the next permit. */
    private void goByOwnLimit() {
        if (!configured) {
            configured = true;
            bucket.replaceConfiguration(Pace.shared(window, limit()), TokensInheritanceStrategy.PROPORTIONALLY);
        }
    }

    /** Before anybody goes on, who may ask for the next one. */
    private synchronized void answered() {
        asking = false;
    }

    private void note(Throwable fault) {
        if (fault == null) {
            found();
        } else {
            lost(fault);
        }
    }

    private synchronized CompletionStage<Long> share() {
        return share == null ? CompletableFuture.completedFuture(NEXT_LOOK.toNanos()) : share.take();
    }

    private synchronized void found() {
        if (share != null) {
            share = null;
            LOG.info("The shared quota of {} for {} is used again", account, window);
        }
    }

    private synchronized void lost(Throwable fault) {
        nextTry = timing.nanoTime() + NEXT_TRY.toNanos();
        if (share == null) {
            // Empty at first: what the nodes took from the store in this window still counts.
            share = new LocalPermits(window, shareOf(limit), timing).empty();
            LOG.warn(
                    "The shared quota of {} for {} cannot be reached; until it can, this node uses one {}th of it: {}",
                    account,
                    window,
                    quota.nodes(),
                    fault.toString());
        }
    }

    private int shareOf(int whole) {
        return Math.max(1, whole / quota.nodes());
    }

    @Override
    public synchronized void ended(long takenAt) {
        if (share != null) {
            share.ended(takenAt);
        }
    }

    @Override
    public void limit(int callsInWindow) {
        synchronized (this) {
            limit = callsInWindow;
            if (share != null) {
                share.limit(shareOf(callsInWindow));
            }
        }
        configured = false;
    }
}
