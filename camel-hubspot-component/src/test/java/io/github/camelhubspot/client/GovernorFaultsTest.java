// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.camelhubspot.MovableTiming;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.QuotaWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** No permit, no limit and no answer is lost in the races of waiting, refusing and closing. */
class GovernorFaultsTest {

    private final Clock clock = new Clock();
    private final ClientResources resources =
            new ClientResources(Runnable::run, clock, ThreadLocalRandom::current, CallMeter.NONE);

    /** Else its place in the window would be taken for ever. */
    @Test
    void aCallThatIsRefusedWhileItsPermitIsTakenGivesThePlaceBack() {
        AccountGovernor governor = new AccountGovernor("a", "a", new QuotaLimits(3, 5, 16, 100), null, resources);
        for (int i = 0; i < 3; i++) {
            Call stopped = new Call(governor);
            // As another thread would, just when LocalPermits takes the permit.
            clock.inTake = () -> {
                stopped.stopping = true;
                governor.refuseStopping();
            };
            governor.submit(QuotaWindow.GENERAL, stopped);
            clock.inTake = null;
            assertThat(stopped.ended).isEqualTo("STOPPED");
            clock.advance(Duration.ofSeconds(20));
        }
        clock.advance(Duration.ofMinutes(1));

        Call next = new Call(governor);
        governor.submit(QuotaWindow.GENERAL, next);
        clock.advance(Duration.ofMinutes(10));

        assertThat(next.ended).isEqualTo("run");
    }

    /** The bucket of before the restart is still there. */
    @Test
    void aLowerCeilingAfterARestartCountsInTheStoreToo() {
        Store store = new Store();
        AccountGovernor before = new AccountGovernor(
                "a", "a", new QuotaLimits(null, 5, 1000, 100), new SharedQuota(store, 2), resources);
        before.submit(QuotaWindow.GENERAL, new Call(before));
        before.learn(QuotaWindow.GENERAL, new QuotaHeaders(200, 100, null, null), true);

        AccountGovernor after =
                new AccountGovernor("a", "a", new QuotaLimits(10, 5, 1000, 100), new SharedQuota(store, 2), resources);
        after.learn(QuotaWindow.GENERAL, new QuotaHeaders(200, 100, null, null), true);
        AtomicInteger sent = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            after.submit(QuotaWindow.GENERAL, new Call(after) {
                @Override
                public void run() {
                    sent.incrementAndGet();
                }
            });
        }
        clock.advance(Duration.ofSeconds(10));

        assertThat(after.limit(QuotaWindow.GENERAL)).isEqualTo(10);
        assertThat(sent.get()).isLessThanOrEqualTo(10);
    }

    /** HubSpot's answers to searches, and all answers to OAuth apps, say nothing of the day. */
    @Test
    void bulkWorkGoesOnTheNextDayWhereAnswersDoNotTellOfTheDay() {
        AccountGovernor governor = new AccountGovernor("a", "a", new QuotaLimits(null, 5, 16, 100), null, resources);
        governor.dayUsedUp();
        clock.advance(Duration.ofHours(25));
        Call probe = new Call(governor, Priority.BULK);
        governor.submit(QuotaWindow.SEARCH, probe);
        governor.learn(QuotaWindow.SEARCH, new QuotaHeaders(null, null, null, null), true);
        assertThat(probe.ended).isEqualTo("run");

        clock.advance(Duration.ofSeconds(5));
        Call next = new Call(governor, Priority.BULK);
        governor.submit(QuotaWindow.SEARCH, next);
        clock.advance(Duration.ofSeconds(5));

        assertThat(next.ended).isEqualTo("run");
    }

    /** 292 years is all that fits into nanoseconds. */
    @Test
    void aTokenWithAVeryLongLifeIsUsed() {
        CompletableFuture<AccessToken> fetched = new RenewedTokens(
                        "a",
                        source(new AccessToken(
                                "t", Duration.between(clock.now(), Instant.parse("9999-12-31T23:59:59Z")))),
                        true,
                        resources)
                .fetch();
        assertThat(fetched).succeedsWithin(1, TimeUnit.SECONDS);
    }

    /** The store is well; only this node's threads are busy with other accounts' calls. */
    @Test
    void aStoreIsNotTakenForLostWhileOnlyTheThreadsForCallsAreBusy() {
        ArrayDeque<Runnable> busy = new ArrayDeque<>();
        ClientResources later = new ClientResources(busy::add, clock, ThreadLocalRandom::current, CallMeter.NONE);
        SharedPermits permits =
                new SharedPermits(new SharedQuota(new Store(), 10), QuotaWindow.GENERAL, 100, "a", "a", later);
        permits.take();
        clock.advance(Duration.ofSeconds(3));
        busy.remove().run();

        CompletableFuture<Long> next = permits.take().toCompletableFuture();
        while (!busy.isEmpty()) {
            busy.remove().run();
        }

        assertThat(next.join()).isZero();
    }

    /** HubSpot's answer says a new limit while the threads are being shut down. */
    @Test
    void aWriteThatHubSpotCarriedOutIsReportedAsSuchWhileTheComponentCloses() {
        AtomicBoolean closing = new AtomicBoolean();
        ClientResources closed = new ClientResources(
                task -> {
                    if (closing.get()) {
                        throw new RejectedExecutionException("shut down");
                    }
                    task.run();
                },
                clock,
                ThreadLocalRandom::current,
                CallMeter.NONE);
        AccountGovernor governor = new AccountGovernor(
                "a", "a", new QuotaLimits(null, 5, 16, 100), new SharedQuota(new Store(), 2), closed);
        Transport transport = request -> {
            closing.set(true);
            InputStream body = new ByteArrayInputStream("{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
            return new TransportAnswer(201, Map.of("x-hubspot-ratelimit-max", "200"), body, body, () -> {});
        };
        HubSpotClient client = new HubSpotClient(
                ApiVersion.of("v3"),
                transport,
                1000,
                Duration.ofSeconds(10),
                new CallPolicy(new RetryPolicy(0, Duration.ofSeconds(1)), Priority.INTERACTIVE, () -> false),
                new ClientAccount(governor, new StaticToken("t")),
                closed);
        CompletableFuture<CallResult> result = client.send(client.newCall(
                OperationCatalogue.find("objects", "create"),
                name -> "companies",
                null,
                Json.MAPPER.createObjectNode()));

        assertThat(result).succeedsWithin(1, TimeUnit.SECONDS);
        assertThat(result.join()).isInstanceOf(ApiAnswer.class);
    }

    /** No number is too large to be obeyed: the call should fail and say so, and not be sent again after half a second. */
    @Test
    void anAbsurdRetryAfterIsNotTakenForNone() {
        assertThat(RetryPolicy.retryAfter("99999999999999999999", clock)).isPresent();
    }

    private static TokenSource source(AccessToken token) {
        return new TokenSource() {
            @Override
            public CompletableFuture<AccessToken> fetch() {
                return CompletableFuture.completedFuture(token);
            }

            @Override
            public boolean forgettable() {
                return true;
            }
        };
    }

    private static class Call implements Job {
        private final long number;
        private final Priority priority;
        volatile boolean stopping;
        volatile String ended;

        Call(AccountGovernor governor) {
            this(governor, Priority.INTERACTIVE);
        }

        Call(AccountGovernor governor, Priority priority) {
            this.number = governor.number();
            this.priority = priority;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public Priority priority() {
            return priority;
        }

        @Override
        public boolean stopping() {
            return stopping;
        }

        @Override
        public void leaves(Duration waited) {}

        @Override
        public void run() {
            ended = "run";
        }

        @Override
        public void refuse(FailureKind kind, String message) {
            ended = kind.name();
        }
    }

    /** A clock that lets something happen just when a permit is taken. */
    private static final class Clock extends MovableTiming {
        volatile Runnable inTake;

        @Override
        public synchronized long nanoTime() {
            Runnable action = inTake;
            if (action != null
                    && Arrays.stream(new Throwable().getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(LocalPermits.class.getName()))) {
                inTake = null;
                action.run();
            }
            return super.nanoTime();
        }
    }

    private final class Store extends AbstractCompareAndSwapBasedProxyManager<String> {
        private final Map<String, byte[]> states = new ConcurrentHashMap<>();

        Store() {
            super(ClientSideConfig.getDefault().withClientClock(new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return clock.nanoTime();
                }

                @Override
                public boolean isWallClockBased() {
                    return true;
                }
            }));
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
            return new CompareAndSwapOperation() {
                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeout) {
                    return Optional.ofNullable(states.get(key));
                }

                @Override
                public boolean compareAndSwap(
                        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                    states.put(key, after);
                    return true;
                }
            };
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeProxy(String key) {
            states.remove(key);
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }
    }
}
