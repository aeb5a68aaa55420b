// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
}
