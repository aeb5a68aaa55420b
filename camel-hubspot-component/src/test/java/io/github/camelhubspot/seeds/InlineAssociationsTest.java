// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotBatchException;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.assertj.core.api.Assertions.assertThat;

/** Seed pages 000, 001 and 003: the {@code associations} of a record that is created. */
class InlineAssociationsTest extends SeedTestSupport {

    private static final String RECORD = """
            {
              "associations": [
                {
                  "to": {"id": "9001"},
                  "types": [{"associationCategory": "%s", "associationTypeId": %s}]
                }
              ],
              "properties": {"name": "%s"}
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "HUBSPOT_DEFINED, 1, 1",
        "USER_DEFINED, \"41\", 41",
        "INTEGRATOR_DEFINED, 2147483647, 2147483647",
        "WORK, \"2147483647\", 2147483647"
    })
    void goOutInEveryCategoryAndWithTheTypeIdAsANumber(String category, String written, String sent) {
        server.alwaysAnswers(SeedCall.ANSWER);
        for (String uri :
                List.of("hubspot:objects/0-420?operation=create", "hubspot:objects/tickets?operation=create")) {
            server.forget();

            call(uri, RECORD.formatted(category, written, "A"));

            assertThatRequest(server.onlyRequest()).hasJson(RECORD.formatted(category, sent, "A"));
        }
    }

    @Test
    void mayHaveSeveralTypesAndSeveralTargets() {
        server.answers(SeedCall.ANSWER);
        String record = """
                {
                  "associations": [
                    {
                      "to": {"id": "9001"},
                      "types": [
                        {"associationCategory": "USER_DEFINED", "associationTypeId": 41},
                        {"associationCategory": "USER_DEFINED", "associationTypeId": 43}
                      ]
                    },
                    {
                      "to": {"id": "9002"},
                      "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 339}]
                    }
                  ],
                  "properties": {"subject": "Broken"}
                }
                """;

        call("hubspot:objects/tickets?operation=create", record);

        assertThatRequest(server.onlyRequest()).hasJson(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "1.5", "\"abc\"", "null"})
    void areRefusedWithATypeIdThatIsNone(String typeId) {
        assertRefusedBeforeTheCall(
                "hubspot:objects/0-420?operation=create",
                RECORD.formatted("USER_DEFINED", typeId, "A"),
                Map.of(),
                "associationTypeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_defined", "MADE_UP", ""})
    void areRefusedWithACategoryThatIsNone(String category) {
        assertRefusedBeforeTheCall(
                "hubspot:objects/tickets?operation=create",
                RECORD.formatted(category, "41", "A"),
                Map.of(),
                "associationCategory",
                "INTEGRATOR_DEFINED");
    }

    @Test
    void rejectTheirRecordOfABatchAndNoOther() {
        server.answers(CannedAnswer.json(
                201, "{\"results\": [{\"id\": \"512\", \"properties\": {}}], \"status\": \"COMPLETE\"}"));
        String bad = RECORD.formatted("MADE_UP", "41", "Bad");
        String good = RECORD.formatted("USER_DEFINED", "41", "Good");

        Exception exception = send("hubspot:objects/companies?operation=batchCreate", List.of(bad, good), Map.of())
                .getException();

        assertThat(server.onlyRequest().text()).contains("Good").doesNotContain("MADE_UP", "Bad");
        assertThat(exception).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exception).getResult();
        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        assertThat(result.outcomes().get(0).error().message()).contains("associationCategory");
    }
}
