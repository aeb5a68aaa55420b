// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a record when it was prepared may be nothing, which is not sent. */
class PreparedCallsTest extends SimulatorTestSupport {

    private Map<String, Object> linkToNobody() {
        String id = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
        return Map.of(
                "id", id, "properties", Map.of(), "associations", List.of(Map.of("to", "company.domain=none.example")));
    }

    private void assertNothingWritten() {
        assertThat(calls())
                .isNotEmpty()
                .allMatch(call -> call.path().endsWith("/search")
                        || call.path().contains("/properties/")
                        || call.path().endsWith("/batch/read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&microBatch=true&microBatchDelay=1ms"})
    void anUpdateOfNothingIsSkippedWithItsWarning(String shared) {
        Map<String, Object> body = linkToNobody();

        Exchange updated = send("hubspot:objects/contacts?operation=update&missingTarget=skip" + shared, body);

        assertThat(updated.getException()).isNull();
        assertThat(updated.getMessage().getBody()).isEqualTo(body);
        assertThat(updated.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat((List<?>) updated.getMessage().getHeader(HubSpotConstants.WARNINGS))
                .hasSize(1);
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void inABatchToo(String version) {
        BatchResult result = request(
                "hubspot:objects/contacts?operation=batchUpdate&missingTarget=skip&apiVersion=" + version,
                List.of(linkToNobody()),
                BatchResult.class);

        assertThat(result.outcomes().get(0).status()).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(result.outcomes().get(0).warnings()).hasSize(1);
        assertNothingWritten();
    }
}
