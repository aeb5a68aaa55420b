// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.faults.FaultKind;
import io.github.camelhubspot.simulator.faults.RandomFaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Faults by chance, of which a seed decides. */
class RandomFaultsTest extends SimulatorTest {

    private static final String ACME = "{\"properties\":{\"name\":\"Acme\"}}";
    private static final int LOST = 0;

    private RandomFaults random(long seed) {
        return simulator.faults().random(seed).silence(Duration.ofMillis(5)).drip(64, Duration.ofMillis(1));
    }

    private int post() {
        try {
            return client.post(COMPANIES, ACME).status();
        } catch (IOException e) {
            return LOST;
        }
    }

    private List<Integer> posts(int calls) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(post());
        }
        return statuses;
    }

    private List<Integer> postsWithSeed(long seed) {
        return postsWithSeed(seed, 0.5);
    }

    private List<Integer> postsWithSeed(long seed, double share) {
        RandomFaults faults = random(seed).share(share);
        List<Integer> statuses = posts(40);
        faults.remove();
        return statuses;
    }

    @Test
    void aSeedAlwaysDecidesTheSame() {
        List<Integer> first = postsWithSeed(1);

        assertThat(postsWithSeed(1)).isEqualTo(first);
        assertThat(postsWithSeed(2)).isNotEqualTo(first);
        assertThat(posts(10)).as("after the removal").containsOnly(201);
    }

    @Test
    void theNthCallThatMatchesSuffersTheSameWhateverElseHappens() throws IOException {
        List<Integer> undisturbed = postsWithSeed(7);

        random(7).share(0.5).matching("POST", COMPANIES);
        List<Integer> disturbed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            assertThat(client.get(COMPANIES).status()).as("does not match").isEqualTo(200);
            if (i == 3) {
                simulator.faults().next().answer(418);
            }
            disturbed.add(post());
        }

        assertThat(disturbed.get(3))
                .as("faults for a number of calls come first")
                .isEqualTo(418);
        disturbed.set(3, undisturbed.get(3));
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void faultsForAlwaysComeBeforeThoseByChance() {
        random(1).share(1).of(FaultKind.LOCKED);
        simulator.faults().always().answer(418);

        assertThat(posts(3)).containsOnly(418);
    }

    @Test
    void theShareOfTheCallsFails() {
        random(3).share(0.25).of(FaultKind.LOCKED);
        long failed = posts(400).stream().filter(status -> status == 423).count();

        assertThat(failed).isBetween(70L, 130L);
        assertThat(simulator.faults().counts()).isEqualTo(Map.of(FaultKind.LOCKED, failed));
        assertThat(simulator.callCounts()).isEqualTo(Map.of(201, 400 - failed, 423, failed));
    }

    @Test
    void aLargerShareHitsTheSameCallsAndMore() {
        List<Integer> few = postsWithSeed(9, 0.3);
        List<Integer> many = postsWithSeed(9, 0.7);

        int more = 0;
        for (int i = 0; i < few.size(); i++) {
            if (few.get(i) != 201) {
                assertThat(many.get(i)).as("call %d", i).isEqualTo(few.get(i));
            } else if (many.get(i) != 201) {
                more++;
            }
        }
        assertThat(more).isPositive();
    }

    @Test
    void severalCanFollowOneAnother() {
        random(1).share(0);
        random(2).share(1).of(FaultKind.LOCKED);
        random(3).share(1).of(FaultKind.HTML_OK);

        assertThat(posts(3)).containsOnly(423);
    }

    @Test
    void allThatIsTemporaryHappensUnlessSaid() {
        random(5).share(0.8);
        posts(300);

        assertThat(simulator.faults().counts().keySet()).isEqualTo(FaultKind.TEMPORARY);
        simulator.faults().clear();
        assertThat(simulator.faults().counts()).isEmpty();
        assertThat(post()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindDoesWhatItSays(FaultKind kind) throws IOException {
        random(1).share(1).of(kind).retryAfter(Duration.ofSeconds(3));
        boolean applied =
                switch (kind) {
                    case SERVER_ERROR_AFTER,
                            LOST_AFTER,
                            RESET_AFTER,
                            CUT_BODY,
                            HTML_AFTER,
                            HTML_OK,
                            SLOW_DRIP,
                            SILENCE_AFTER -> true;
                    default -> false;
                };

        switch (kind) {
            case LOST_BEFORE, LOST_AFTER, RESET_BEFORE, RESET_AFTER, CUT_BODY, SILENCE_AFTER ->
                assertThatThrownBy(() -> client.post(COMPANIES, ACME)).isInstanceOf(IOException.class);
            default -> checkAnswer(kind, client.post(COMPANIES, ACME));
        }

        assertThat(crm.records("companies")).hasSize(applied ? 1 : 0);
        assertThat(simulator.faults().counts()).isEqualTo(Map.of(kind, 1L));
        assertThat(simulator.inFlight()).isZero();
    }

    private static void checkAnswer(FaultKind kind, Reply reply) {
        switch (kind) {
            case TEN_SECONDLY_LIMIT -> checkLimit(reply, "TEN_SECONDLY_ROLLING", null);
            case TEN_SECONDLY_LIMIT_RETRY_AFTER -> checkLimit(reply, "TEN_SECONDLY_ROLLING", "3");
            case SECONDLY_LIMIT -> checkLimit(reply, "SECONDLY", null);
            case SECONDLY_LIMIT_RETRY_AFTER -> checkLimit(reply, "SECONDLY", "3");
            case DAILY_LIMIT -> checkLimit(reply, "DAILY", null);
            case LOCKED -> assertThat(reply.status()).isEqualTo(423);
            case MIGRATING -> {
                assertThat(reply.status()).isEqualTo(477);
                assertThat(reply.header("Retry-After")).isEqualTo("3");
            }
            case SERVER_ERROR_BEFORE, SERVER_ERROR_AFTER -> {
                assertThat(reply.status()).isIn(500, 502, 503, 504, 521, 524);
                assertThat(reply.text("/status")).isEqualTo("error");
            }
            case HTML_BEFORE, HTML_AFTER -> {
                assertThat(reply.status()).isIn(500, 502, 503, 504, 521, 524);
                assertThat(reply.raw().body()).startsWith("<html>");
            }
            case HTML_OK -> {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.header("Content-Type")).startsWith("text/html");
                assertThat(reply.raw().body()).startsWith("<html>");
            }
            case SLOW_DRIP -> assertThat(reply.text("/properties/name")).isEqualTo("Acme");
            case EXPIRED_TOKEN -> {
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.text("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
                assertThat(reply.text("/message")).contains("expired 1 second(s) ago");
            }
            default -> throw new AssertionError("There should be no answer with " + kind);
        }
    }

    private static void checkLimit(Reply reply, String policy, String retryAfter) {
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.text("/policyName")).isEqualTo(policy);
        assertThat(reply.header("Retry-After")).isEqualTo(retryAfter);
    }

    @Test
    void serverErrorsVary() {
        random(1).share(1).of(FaultKind.SERVER_ERROR_BEFORE);

        assertThat(posts(60)).contains(500, 502, 503, 504, 521, 524);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> random(1).share(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> random(1).share(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> random(1).of()).hasMessageContaining("at least one");
    }
}
