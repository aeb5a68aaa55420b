// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.MovableTiming;
import io.github.camelhubspot.api.HubSpotError;

import static org.assertj.core.api.Assertions.assertThat;

/** A token is fetched once for all who see that there is none, however late they come to ask. */
class RenewedTokensTest {

    private final MovableTiming timing = new MovableTiming();
    private final AtomicInteger fetched = new AtomicInteger();
    private final RenewedTokens tokens = new RenewedTokens(
            "an account",
            new TokenSource() {
                @Override
                public CompletableFuture<AccessToken> fetch() {
                    return CompletableFuture.completedFuture(
                            new AccessToken("token-" + fetched.incrementAndGet(), Duration.ofMinutes(30)));
                }

                @Override
                public boolean forgettable() {
                    return true;
                }
            },
            true,
            new ClientResources(Runnable::run, timing, ThreadLocalRandom::current, CallMeter.NONE));

    @Test
    void whoSawNoneAndAsksAfterAnotherHasFetchedOneGetsThatOne() {
        assertThat(tokens.ready()).isNull();
        tokens.fetch();

        AccessToken late = tokens.fetch().join();

        assertThat(late.value()).isEqualTo("token-1");
        assertThat(fetched).hasValue(1);
    }

    @Test
    void theTokenIsFetchedAnewBeforeItEndsAndAfterARefusal() {
        AccessToken first = tokens.fetch().join();
        timing.advance(Duration.ofMinutes(26));
        assertThat(tokens.ready()).isEqualTo(first);
        assertThat(fetched).hasValue(2);

        tokens.refused(tokens.ready(), HubSpotError.local("refused"));

        assertThat(tokens.fetch().join().value()).isEqualTo("token-3");
    }

    @Test
    void whoSeesThatTheTokenEndsSoonAfterAnotherHasFetchedOneFetchesNone() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        tokens.fetch().join();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 2; round < 3000; round++) {
                timing.advance(Duration.ofMinutes(26));
                List<Callable<AccessToken>> asks = Collections.nCopies(threads, () -> {
                    start.await();
                    return tokens.ready();
                });
                for (Future<AccessToken> ask : pool.invokeAll(asks)) {
                    assertThat(ask.get()).isNotNull();
                }
                assertThat(fetched).hasValue(round);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
