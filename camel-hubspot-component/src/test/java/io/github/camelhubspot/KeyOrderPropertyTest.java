// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Records with the same key keep their order, however many chunks are in flight. */
class KeyOrderPropertyTest {

    private static final int RECORDS = 1500;
    private static final int KEYS = 900;

    private static SimulatedContext hubSpot;

    @BeforeContainer
    static void start() {
        hubSpot = new SimulatedContext();
    }

    @AfterContainer
    static void stop() {
        hubSpot.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void theLastRecordOfEachKeyWins(@ForAll long seed) {
        hubSpot.simulator.reset();
        hubSpot.simulator
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        // Slower and faster calls, so that chunks overtake one another.
        hubSpot.simulator.faults().next(3).delay(Duration.ofMillis(120));
        hubSpot.simulator.faults().next(2).delay(Duration.ofMillis(20));
        hubSpot.simulator.faults().always().delay(Duration.ofMillis(60));

        List<Map<String, Object>> records = records(new Random(seed));
        BatchResult result = hubSpot.template.requestBody(
                "hubspot:objects/companies?operation=batchUpsert&idProperty=external_id", records, BatchResult.class);

        Map<Object, Object> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.get("external_id"), record.get("description")));
        assertThat(result.succeeded()).isEqualTo(RECORDS);
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(last.size());
        assertThat(hubSpot.simulator.maxInFlight()).isGreaterThanOrEqualTo(4);
        Map<Object, Object> content = content();
        assertThat(last.keySet())
                .filteredOn(key -> !last.get(key).equals(content.get(key)))
                .isEmpty();
        assertThat(hubSpot.simulator.calls()).allSatisfy(KeyOrderPropertyTest::holdsEachKeyOnce);
        assertThat(sequenceOfEachKey())
                .allSatisfy((key, sequence) -> assertThat(sequence).isSorted());
    }

    /** Keys that come again at once, soon, or late. */
    private static List<Map<String, Object>> records(Random random) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            int kind = random.nextInt(10);
            int key = random.nextInt(KEYS);
            if (i > 0 && kind < 3) {
                int back = 1 + random.nextInt(kind == 0 ? 1 : Math.min(i, kind == 1 ? 40 : 300));
                key = Integer.parseInt(
                        records.get(Math.max(0, i - back)).get("external_id").toString());
            }
            records.add(
                    Map.of("external_id", String.valueOf(key), "name", "Company", "description", String.valueOf(i)));
        }
        return records;
    }

    private static Map<Object, Object> content() {
        Map<Object, Object> content = new HashMap<>();
        hubSpot.simulator
                .crm()
                .records("companies")
                .forEach(record -> content.put(record.property("external_id"), record.property("description")));
        return content;
    }

    private static void holdsEachKeyOnce(RecordedCall call) {
        Set<String> keys = new HashSet<>();
        call.bodyJson().path("inputs").forEach(input -> assertThat(
                        keys.add(input.path("id").asText()))
                .isTrue());
    }

    private static Map<String, List<Integer>> sequenceOfEachKey() {
        Map<String, List<Integer>> sequences = new HashMap<>();
        for (RecordedCall call : hubSpot.simulator.calls()) {
            call.bodyJson().path("inputs").forEach(input -> sequences
                    .computeIfAbsent(input.path("id").asText(), key -> new ArrayList<>())
                    .add(input.path("properties").path("description").asInt()));
        }
        return sequences;
    }
}
