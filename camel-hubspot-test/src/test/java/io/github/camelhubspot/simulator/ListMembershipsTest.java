// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.lists.ProcessingType;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is in the lists of records. */
class ListMembershipsTest extends SimulatorTest {

    private static final String LISTS = "/crm/v3/lists";

    private String list(String name) {
        return simulator.lists().create("companies", name).id();
    }

    private String dynamic() {
        return simulator
                .lists()
                .create(
                        crm.types().resolve("companies"),
                        "With A",
                        ProcessingType.DYNAMIC,
                        ListFiltersTest.filters("name", "STRING", "STARTS_WITH", "\"value\":\"a\""),
                        Map.of())
                .id();
    }

    private static String members(String list) {
        return LISTS + "/" + list + "/memberships";
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "/crm/lists/2025-09", "/crm/lists/2026-03", "/crm/lists/2026-09"})
    void recordsAreAddedAndRemoved(String path) throws IOException {
        String list = list("Good ones");
        String members = path + "/" + list + "/memberships";
        String acme = company("Acme").id();
        String bell = company("Bell").id();

        Reply added = client.put(members + "/add", "[\"" + acme + "\"," + bell + ",\"77\",\"x\"]");
        Reply again = client.put(members + "/add", "[\"" + acme + "\"]");
        Reply removed = client.put(members + "/remove", "[\"" + acme + "\",\"78\"]");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body())
                .hasToString("{\"recordsIdsAdded\":[\"" + acme + "\",\"" + bell
                        + "\"],\"recordIdsRemoved\":[],\"recordIdsMissing\":[\"77\",\"x\"]}");
        assertThat(again.at("/recordsIdsAdded")).isEmpty();
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.at("/recordIdsRemoved")).hasToString("[\"" + acme + "\"]");
        assertThat(removed.at("/recordIdsMissing")).hasToString("[\"78\"]");
        assertThat(simulator.lists().memberIds(list)).containsExactly(bell);

        Reply both = client.put(
                members + "/add-and-remove",
                "{\"recordIdsToAdd\":[\"" + acme + "\"],\"recordIdsToRemove\":[\"" + bell + "\"]}");

        assertThat(both.status()).isEqualTo(200);
        assertThat(both.at("/recordsIdsAdded")).hasToString("[\"" + acme + "\"]");
        assertThat(both.at("/recordIdsRemoved")).hasToString("[\"" + bell + "\"]");
        String copy = list("Copy");
        assertThat(client.put(path + "/" + copy + "/memberships/add-from/" + list, "")
                        .status())
                .isEqualTo(204);
        assertThat(simulator.lists().memberIds(copy)).containsExactly(acme);
        assertThat(client.delete(members).status()).isEqualTo(204);
        assertThat(simulator.lists().memberIds(list)).isEmpty();
        assertThat(simulator.lists().memberIds(copy)).containsExactly(acme);
    }

    @Test
    void bodiesThatAreNoListsOfIds() throws IOException {
        String list = list("Good ones");

        assertThat(client.put(members(list) + "/add", "{\"ids\":[]}").status()).isEqualTo(400);
        assertThat(client.put(members(list) + "/add-and-remove", "{\"recordIdsToAdd\":[]}")
                        .text("/message"))
                .contains("recordIdsToRemove");
        assertThat(client.put(members(list) + "/add", "[" + String.join(",", Collections.nCopies(100_001, "1")) + "]")
                        .text("/message"))
                .contains("100000");
        assertThat(client.put(members("7") + "/add", "[]").status()).isEqualTo(404);
        assertThat(client.get(members("7")).status()).isEqualTo(404);
        assertThat(client.put(members(list) + "/add-from/7", "").status()).isEqualTo(404);
    }

    @Test
    void membersOfADynamicListCannotBeWritten() throws IOException {
        String dynamic = dynamic();
        String manual = list("Good ones");
        String acme = company("Acme").id();
        company("Bell");

        for (Reply refused : List.of(
                client.put(members(dynamic) + "/add", "[\"" + acme + "\"]"),
                client.put(members(dynamic) + "/remove", "[]"),
                client.put(members(dynamic) + "/add-and-remove", "{\"recordIdsToAdd\":[],\"recordIdsToRemove\":[]}"),
                client.put(members(dynamic) + "/add-from/" + manual, ""),
                client.delete(members(dynamic)))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/message")).contains("DYNAMIC");
        }
        assertThat(client.put(members(manual) + "/add-from/" + dynamic, "").status())
                .isEqualTo(204);
        assertThat(simulator.lists().memberIds(manual)).containsExactly(acme);
    }

    @Test
    void listsOfOtherObjectsDoNotMix() throws IOException {
        String people = simulator.lists().create("contacts", "People").id();

        assertThat(client.put(members(list("Good ones")) + "/add-from/" + people, "")
                        .status())
                .isEqualTo(400);
        assertThat(client.put(members(people) + "/add", "[\"" + company("Acme").id() + "\"]")
                        .at("/recordIdsMissing"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "/crm/lists/2025-09", "/crm/lists/2026-03", "/crm/lists/2026-09"})
    void membersArePagedByIdAndByJoining(String path) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        String list = list("Good ones");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(company("c" + i).id());
        }
        List<String> joined = List.of(ids.get(3), ids.get(0), ids.get(4), ids.get(1), ids.get(2));
        for (String id : joined) {
            simulator.clock().advance(Duration.ofDays(1));
            simulator.lists().add(list, List.of(Long.valueOf(id)));
        }
        String members = path + "/" + list + "/memberships";

        assertThat(pages(members)).isEqualTo(ids);
        assertThat(pages(members + "/join-order")).isEqualTo(joined);
        Reply whole = client.get(members);
        assertThat(whole.body().has("paging")).isFalse();
        assertThat(whole.text("/results/3/membershipTimestamp")).isEqualTo("2026-01-02T00:00:00Z");
    }

    private List<String> pages(String path) throws IOException {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            Reply page = client.get(path + "?limit=2" + after);
            assertThat(page.at("/total").asInt()).isEqualTo(5);
            ids.addAll(page.at("/results").findValuesAsText("recordId"));
            String next = page.text("/paging/next/after");
            after = next == null ? null : "&after=" + next;
        }
        return ids;
    }

    @Test
    void pagesCanBeReadBackwards() throws IOException {
        String list = list("Good ones");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(company("c" + i).id());
        }
        simulator.lists().add(list, ids.stream().map(Long::valueOf).toList());
        Reply first = client.get(members(list) + "?limit=2");
        Reply second = client.get(members(list) + "?limit=2&after=" + first.text("/paging/next/after"));

        Reply back = client.get(members(list) + "?limit=1&before=" + second.text("/paging/prev/before"));
        Reply further = client.get(members(list) + "?limit=2&before=" + back.text("/paging/prev/before"));

        assertThat(first.at("/paging").has("prev")).isFalse();
        assertThat(second.at("/results").findValuesAsText("recordId")).isEqualTo(ids.subList(2, 4));
        assertThat(back.at("/results").findValuesAsText("recordId")).containsExactly(ids.get(1));
        assertThat(further.at("/results").findValuesAsText("recordId")).containsExactly(ids.get(0));
        assertThat(further.body().has("paging")).isFalse();
        assertThat(client.get(members(list) + "?after=x").status()).isEqualTo(400);
        assertThat(client.get(members(list) + "?before=%25").status()).isEqualTo(400);
        assertThat(client.get(members(list) + "?limit=251").status()).isEqualTo(400);
        assertThat(client.get(members(list) + "?limit=250").status()).isEqualTo(200);
    }

    @Test
    void aDynamicListFollowsTheRecords() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        String list = dynamic();
        String acme = company("Acme").id();
        String bell = company("Bell").id();
        assertThat(simulator.lists().memberIds(list)).containsExactly(acme);

        simulator.clock().advance(Duration.ofDays(1));
        crm.update("companies", bell, Map.of("name", "Abel"));
        crm.update("companies", acme, Map.of("phone", "1"));

        JsonNode results = client.get(members(list) + "/join-order").at("/results");
        assertThat(results.findValuesAsText("recordId")).containsExactly(acme, bell);
        assertThat(results.findValuesAsText("membershipTimestamp"))
                .containsExactly("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        crm.update("companies", acme, Map.of("name", "Zebra"));
        crm.archive("companies", bell);
        assertThat(simulator.lists().memberIds(list)).isEmpty();
        assertThat(client.post(LISTS + "/search", "{}").text("/lists/0/additionalProperties/hs_last_record_removed_at"))
                .isEqualTo(Long.toString(simulator.clock().millis()));
    }

    @Test
    void aSnapshotIsTakenOnce() throws IOException {
        String acme = company("Acme").id();
        String list = simulator
                .lists()
                .create(
                        crm.types().resolve("companies"),
                        "With A",
                        ProcessingType.SNAPSHOT,
                        ListFiltersTest.filters("name", "STRING", "STARTS_WITH", "\"value\":\"a\""),
                        Map.of())
                .id();
        String abel = company("Abel").id();
        String bell = company("Bell").id();

        assertThat(simulator.lists().memberIds(list)).containsExactly(acme);
        client.put(members(list) + "/add", "[\"" + bell + "\"]");
        crm.update("companies", acme, Map.of("name", "Zebra"));
        assertThat(simulator.lists().memberIds(list))
                .containsExactly(acme, bell)
                .doesNotContain(abel);
    }

    @Test
    void aMemberThatIsMergedOrArchivedIsReplacedOrGone() {
        String list = list("Good ones");
        String acme = company("Acme").id();
        String bell = company("Bell").id();
        String gone = company("Gone").id();
        simulator.lists().add(list, List.of(Long.valueOf(acme), Long.valueOf(gone)));

        String merged = crm.merge("companies", bell, acme).id();
        crm.archive("companies", gone);

        assertThat(simulator.lists().memberIds(list)).containsExactly(merged);
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "/crm/lists/2025-09", "/crm/lists/2026-03", "/crm/lists/2026-09"})
    void aRecordTellsItsLists(String path) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        String acme = company("Acme").id();
        String list = list("Good ones");
        String dynamic = dynamic();
        list("Others");
        simulator.lists().add(list, List.of(Long.valueOf(acme)));
        simulator.lists().remove(list, List.of(Long.valueOf(acme)));
        simulator.clock().advance(Duration.ofDays(1));
        simulator.lists().add(list, List.of(Long.valueOf(acme)));

        Reply reply = client.get(path + "/records/companies/" + acme + "/memberships");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results").findValuesAsText("listId")).containsExactly(list, dynamic);
        assertThat(reply.text("/results/0/firstAddedTimestamp")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(reply.text("/results/0/lastAddedTimestamp")).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(client.get(path + "/records/0-2/77/memberships").status()).isEqualTo(404);
        assertThat(client.get(path + "/records/widgets/77/memberships").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({LISTS + ", 207", "/crm/lists/2025-09, 200", "/crm/lists/2026-03, 207", "/crm/lists/2026-09, 200"})
    void theListsOfSeveralRecordsAreReadTogether(String path, int partial) throws IOException {
        String acme = company("Acme").id();
        String list = list("Good ones");
        simulator.lists().add(list, List.of(Long.valueOf(acme)));
        String batch = path + "/records/memberships/batch/read";
        String input = "{\"objectTypeId\":\"0-2\",\"recordId\":\"" + acme + "\"}";

        Reply good = client.post(batch, "{\"inputs\":[" + input + "]}");
        Reply mixed = client.post(batch, "{\"inputs\":[" + input + "," + input.replace(acme, "77") + "]}");

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.text("/status")).isEqualTo("COMPLETE");
        assertThat(good.text("/results/0/recordId")).isEqualTo(acme);
        assertThat(good.text("/results/0/recordListMemberships/0/listId")).isEqualTo(list);
        assertThat(mixed.status()).isEqualTo(partial);
        assertThat(mixed.at("/results")).hasSize(1);
        assertThat(mixed.at("/numErrors").asInt()).isEqualTo(1);
        assertThat(mixed.text("/errors/0/context/recordId/0")).isEqualTo("77");
        assertThat(client.post(batch, "{\"inputs\":[{\"recordId\":\"1\"}]}").status())
                .isEqualTo(400);
    }
}
