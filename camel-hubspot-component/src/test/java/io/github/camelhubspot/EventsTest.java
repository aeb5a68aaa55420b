// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Occurrences of custom events, alone and in batches; HubSpot answers them without a word. */
class EventsTest extends SimulatorTestSupport {

    private String eventName() {
        return "pe" + simulator().settings().portalId() + "_ordered";
    }

    private Map<String, Object> event(int number) {
        return Map.of(
                "eventName",
                eventName(),
                "email",
                "a" + number + "@example.com",
                "properties",
                Map.of("amount", number));
    }

    @ParameterizedTest
    @CsvSource({"v3,/events/v3/send", "2026-03,/events/2026-03/send", "2026-09,/events/custom/2026-09/send"})
    void anEventIsSent(String version, String path) {
        Exchange sent = send("hubspot:events?operation=send&apiVersion=" + version, event(1));

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody()).isEqualTo(event(1));
        assertThat(sent.getMessage().getHeader(HubSpotConstants.STATUS_CODE)).isEqualTo(204);
        assertThat(lastCall().path()).isEqualTo(path);
        assertThat(lastCall().bodyJson().path("properties").path("amount").isInt())
                .isTrue();
        assertThat(simulator().events().received()).hasSize(1);
    }

    @Test
    void manyEventsGoInBatchesOfFiveHundred() {
        BatchResult result = request(
                "hubspot:events?operation=sendBatch",
                IntStream.range(0, 700).mapToObj(this::event).toList(),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(700);
        assertThat(calls()).hasSize(2);
        assertThat(simulator().events().received()).hasSize(700);
    }

    @Test
    void aBadEventIsRejectedAndTheOthersAreSent() {
        BatchResult result = request(
                "hubspot:events?operation=sendBatch&batchFailure=report",
                List.of(event(1), Map.of("eventName", eventName()), event(2)),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(outcome -> outcome.status())
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        assertThat(simulator().events().received()).hasSize(2);
    }

    @Test
    void anEventWhoseAnswerWasLostIsNotSentAgain() {
        simulator().faults().next().afterApplying().dropConnection();

        assertThat(send("hubspot:events?operation=send", event(1)).getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class);
        assertThat(calls()).hasSize(1);
    }
}
