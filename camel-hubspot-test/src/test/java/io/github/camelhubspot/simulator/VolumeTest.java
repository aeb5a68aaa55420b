// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Many records: what must not grow with their number. */
class VolumeTest extends SimulatorTest {

    private static final int RECORDS = 50_000;

    @Test
    void manyRecordsCanBeWrittenListedAndSearched() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.string("external_id").unique());
        for (int i = 0; i < RECORDS; i++) {
            crm.create("companies", Map.of("name", "Company " + i, "external_id", "x" + i));
        }

        int listed = 0;
        String after = "0";
        while (after != null) {
            Reply page = client.get(COMPANIES + "?limit=100&after=" + after);
            listed += page.at("/results").size();
            after = page.text("/paging/next/after");
        }
        Reply last = client.post(COMPANIES + "/search", "{\"limit\":200,\"after\":\"9800\"}");

        assertThat(listed).isEqualTo(RECORDS);
        assertThat(last.at("/total").asInt()).isEqualTo(RECORDS);
        assertThat(last.at("/results")).hasSize(200);
        assertThat(last.text("/paging/next/after")).isEqualTo("10000");
        assertThat(client.post(COMPANIES + "/search", "{\"limit\":1,\"after\":\"10000\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.get(COMPANIES + "/x49999?idProperty=external_id").status())
                .isEqualTo(200);
    }
}
