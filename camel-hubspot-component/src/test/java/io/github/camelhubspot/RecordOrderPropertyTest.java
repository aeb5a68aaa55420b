// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Updates of one record keep their order, whatever names it and however many chunks are in flight. */
class RecordOrderPropertyTest {

    private static final int INPUTS = 1200;
    private static final int CONTACTS = 400;

    private static SimulatedContext hubSpot;

    private final List<String> ids = new ArrayList<>();

    @BeforeContainer
    static void start() {
        hubSpot = new SimulatedContext();
    }

    @AfterContainer
    static void stop() {
        hubSpot.close();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void ofUpdatesByDifferentKeysTheLastWins(@ForAll long seed) {
        Random random = new Random(seed);
        prepare(random);

        List<Integer> contacts = contacts(random);
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            inputs.add(update(contacts.get(i), i, random.nextInt(4)));
        }
        BatchResult result = hubSpot.template.requestBody(
                "hubspot:objects/contacts?operation=batchUpdate", inputs, BatchResult.class);

        assertThat(result.succeeded()).isEqualTo(INPUTS);
        assertInOrder(contacts);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void ofConflictsInDifferentKeysTheLastWins(@ForAll long seed) {
        Random random = new Random(seed);
        prepare(random);

        List<Integer> contacts = contacts(random);
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            String key = random.nextBoolean() ? "customer_id" : "member_id";
            String value = key + '-' + contacts.get(i);
            inputs.add(Map.of(
                    "idProperty",
                    key,
                    "id",
                    value,
                    "properties",
                    Map.of(key, value, "jobtitle", "Job " + i, "email", "new" + i + "@example.com")));
        }
        BatchResult result = hubSpot.template.requestBody(
                "hubspot:objects/contacts?operation=batchCreate&onConflict=update", inputs, BatchResult.class);

        assertThat(result.succeeded()).isEqualTo(INPUTS);
        assertThat(hubSpot.simulator.crm().records("contacts")).hasSize(CONTACTS);
        assertInOrder(contacts);
    }

    private void prepare(Random random) {
        hubSpot.simulator.reset();
        ids.clear();
        for (String key : List.of("customer_id", "member_id")) {
            hubSpot.simulator
                    .crm()
                    .defineProperty("contacts", PropertyDefinition.string(key).unique());
        }
        for (int i = 0; i < CONTACTS; i++) {
            SimulatedRecord contact = hubSpot.simulator
                    .crm()
                    .create(
                            "contacts",
                            Map.of(
                                    "email", "first" + i + "@example.com",
                                    "hs_additional_emails", "second" + i + "@example.com",
                                    "customer_id", "customer_id-" + i,
                                    "member_id", "member_id-" + i));
            ids.add(contact.id());
        }
        // Calls overtake one another.
        for (int i = 0; i < 100; i++) {
            hubSpot.simulator.faults().next().delay(Duration.ofMillis(random.nextInt(60)));
        }
    }

    /** Contacts that come again at once, soon, or late. */
    private static List<Integer> contacts(Random random) {
        List<Integer> contacts = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            int kind = random.nextInt(10);
            int back = kind == 0 ? 1 : 1 + random.nextInt(kind == 1 ? 40 : 300);
            contacts.add(kind < 3 && back <= i ? contacts.get(i - back) : random.nextInt(CONTACTS));
        }
        return contacts;
    }

    private Map<String, Object> update(int contact, int number, int way) {
        Map<String, String> properties = Map.of("jobtitle", "Job " + number);
        return switch (way) {
            case 0 -> Map.of("id", ids.get(contact), "properties", properties);
            case 1 -> named("email", "first" + contact + "@example.com", properties);
            case 2 -> named("email", "Second" + contact + "@example.com", properties);
            default -> named("customer_id", "customer_id-" + contact, properties);
        };
    }

    private static Map<String, Object> named(String idProperty, String id, Map<String, String> properties) {
        return Map.of("idProperty", idProperty, "id", id, "properties", properties);
    }

    private void assertInOrder(List<Integer> contacts) {
        Map<String, List<Integer>> expected = new HashMap<>();
        for (int i = 0; i < INPUTS; i++) {
            expected.computeIfAbsent(ids.get(contacts.get(i)), id -> new ArrayList<>())
                    .add(i);
        }
        Map<String, List<Integer>> sent = new HashMap<>();
        for (RecordedCall call : hubSpot.simulator.calls()) {
            if (call.path().endsWith("/batch/update")) {
                Set<String> inCall = new HashSet<>();
                call.bodyJson().path("inputs").forEach(input -> {
                    String id = input.path("id").asText();
                    assertThat(inCall.add(id)).isTrue();
                    sent.computeIfAbsent(id, some -> new ArrayList<>())
                            .add(job(input.path("properties").path("jobtitle").asText()));
                });
            }
        }
        assertThat(sent).isEqualTo(expected);
        expected.forEach((id, numbers) -> assertThat(job(hubSpot.simulator
                        .crm()
                        .record("contacts", id)
                        .orElseThrow()
                        .property("jobtitle")))
                .isEqualTo(numbers.get(numbers.size() - 1)));
    }

    private static int job(String title) {
        return Integer.parseInt(title.substring("Job ".length()));
    }
}
