// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Every result of a batch finds its record, by whatever names it. */
class ResultNamesTest extends SimulatorTestSupport {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRecordOfAStreamHasItsOutcomeWhateverNamesIt(boolean traceIds) {
        simulator().settings().echoTraceIds(traceIds).resultsInReverseOrder(true);
        defineExternalId();

        BatchResult created = result("batchCreate&idProperty=external_id", records("create"));
        BatchResult upserted = result("batchUpsert&idProperty=external_id", records("upsert"));
        BatchResult updated = result("batchUpdate&idProperty=external_id", records("update"));

        assertThat(created.count(OutcomeStatus.CREATED)).isEqualTo(250);
        assertThat(upserted.count(OutcomeStatus.UPDATED)).isEqualTo(250);
        assertThat(updated.count(OutcomeStatus.UPDATED)).isEqualTo(250);
        assertThat(created.iterator().hasNext()).isFalse();
        assertThat(simulator().crm().records("companies"))
                .hasSize(250)
                .allSatisfy(company -> assertThat(company.property("name")).isEqualTo("update"));
    }

    @Test
    void keptOutcomesHoldTheWholeRecord() {
        Exchange exchange = send(
                "hubspot:objects/companies?operation=batchCreate&keepOutcomes=all",
                Stream.of(Map.of("name", "Acme", "city", "Oslo")));

        BatchResult result = exchange.getMessage().getBody(BatchResult.class);
        assertThat(result.iterator().next().record())
                .asString()
                .contains("Oslo")
                .contains("Acme");
    }

    @Test
    void aContactIsFoundByEachOfItsAddresses() {
        simulator().settings().resultsInReverseOrder(true);
        for (String name : List.of("a", "b")) {
            String others = name + "2@contacts.example;" + name + "3@contacts.example";
            String first = name + "1@contacts.example";
            simulator()
                    .crm()
                    .create("contacts", Map.of("firstname", name, "email", first, "hs_additional_emails", others));
        }

        BatchResult result = request(
                "hubspot:objects/contacts?operation=batchGet&idProperty=email&properties=firstname&outputType=json",
                List.of("a2@contacts.example", "b3@contacts.example", "a1@contacts.example"),
                BatchResult.class);

        assertThat(result)
                .extracting(outcome -> ((JsonNode) outcome.record()).path("properties"))
                .allMatch(properties -> !properties.has("hs_additional_emails"))
                .extracting(properties -> properties.path("firstname").asText())
                .containsExactly("a", "b", "a");
    }

    private BatchResult result(String operation, Stream<Map<String, String>> records) {
        return request(
                "hubspot:objects/companies?batchFailure=report&operation=" + operation, records, BatchResult.class);
    }

    private static Stream<Map<String, String>> records(String name) {
        List<Map<String, String>> records = IntStream.range(0, 250)
                .mapToObj(i -> Map.of("external_id", "C-" + i, "name", name, "city", "Oslo"))
                .toList();
        return records.stream();
    }
}
