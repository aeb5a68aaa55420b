// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectsTest extends SimulatorTestSupport {

    @Test
    void createsARecord() {
        Map<?, ?> created = request(
                "hubspot:objects/companies?operation=create", Map.of("name", "Acme", "city", "Paris"), Map.class);

        assertThat(created.get("id"))
                .isEqualTo(simulator().crm().records("companies").get(0).id());
        assertThat(lastCall().path()).isEqualTo("/crm/v3/objects/companies");
    }

    @Test
    void createsManyRecords() {
        List<Map<String, Object>> companies = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            companies.add(Map.of("name", "Company " + i));
        }

        BatchResult result = request("hubspot:objects/companies?operation=batchCreate", companies, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(250);
        assertThat(result.outcomes()).extracting(outcome -> outcome.index()).isSorted();
        assertThat(simulator().crm().records("companies")).hasSize(250);
        assertThat(calls()).hasSize(3);
    }
}
