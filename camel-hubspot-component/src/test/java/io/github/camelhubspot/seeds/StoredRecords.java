// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.apache.camel.Exchange;

import static org.assertj.core.api.Assertions.assertThat;

/** The shape of a record in an answer, as the pages 000 to 003 have it. */
final class StoredRecords {

    private static final Set<String> FIELDS_OF_THE_PAGE = Set.of(
            "archived",
            "createdAt",
            "id",
            "properties",
            "updatedAt",
            "archivedAt",
            "objectWriteTraceId",
            "propertiesWithHistory",
            "url");

    private StoredRecords() {}

    static void assertHasTheFieldsOfThePage(Exchange exchange, String id) {
        Map<?, ?> answered = (Map<?, ?>) exchange.getMessage().getBody();
        assertHasTheFieldsOfThePage(answered, id);
        assertThat(exchange.getMessage().getHeader("CamelHubSpotResultId")).isEqualTo(id);
    }

    static void assertHasTheFieldsOfThePage(Map<?, ?> answered, String id) {
        assertThat(answered.get("id")).isEqualTo(id);
        assertThat(answered.get("archived")).isEqualTo(false);
        assertThat(answered.get("properties")).isInstanceOf(Map.class);
        Instant created = Instant.parse((String) answered.get("createdAt"));
        assertThat(Instant.parse((String) answered.get("updatedAt"))).isAfterOrEqualTo(created);
        for (Object field : answered.keySet()) {
            assertThat(FIELDS_OF_THE_PAGE).contains((String) field);
        }
    }
}
