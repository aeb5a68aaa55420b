// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.lists.ProcessingType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of records over the API; who is in them is tested elsewhere. */
class ListsTest extends SimulatorTest {

    private static final String LISTS = "/crm/v3/lists";
    private static final String FILTERS = "{\"filterBranchType\":\"OR\",\"filterBranchOperator\":\"OR\",\"filters\":[],"
            + "\"filterBranches\":[{\"filterBranchType\":\"AND\",\"filterBranchOperator\":\"AND\",\"filterBranches\":[],"
            + "\"filters\":[{\"filterType\":\"PROPERTY\",\"property\":\"name\",\"operation\":{\"operationType\":"
            + "\"MULTISTRING\",\"operator\":\"STARTS_WITH\",\"values\":[\"a\"]}}]}]}";

    private Reply create(String name, String processingType, String more) throws IOException {
        return client.post(
                LISTS,
                "{\"name\":\"" + name + "\",\"objectTypeId\":\"0-2\",\"processingType\":\"" + processingType + "\""
                        + more + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "/crm/lists/2025-09", "/crm/lists/2026-03", "/crm/lists/2026-09"})
    void aListIsCreatedReadChangedDeletedAndRestored(String path) throws IOException {
        Reply created = client.post(
                path + "/",
                "{\"name\":\"A to Z\",\"objectTypeId\":\"0-2\",\"processingType\":\"DYNAMIC\",\"filterBranch\":"
                        + FILTERS + "}");
        String id = created.text("/list/listId");
        String list = path + "/" + id;
        company("Acme");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("/list/name")).isEqualTo("A to Z");
        assertThat(created.text("/list/objectTypeId")).isEqualTo("0-2");
        assertThat(created.text("/list/processingType")).isEqualTo("DYNAMIC");
        assertThat(created.text("/list/processingStatus")).isEqualTo("COMPLETE");
        assertThat(created.at("/list/listVersion").asInt()).isEqualTo(1);
        assertThat(created.at("/list/filterBranch")).hasToString(FILTERS);

        Reply read = client.get(list);
        assertThat(read.at("/list/size").asInt()).isEqualTo(1);
        assertThat(read.at("/list").has("filterBranch")).isFalse();
        assertThat(client.get(list + "?includeFilters=true").at("/list/filterBranch"))
                .hasToString(FILTERS);
        assertThat(client.get(path + "/object-type-id/companies/name/A%20to%20Z")
                        .text("/list/listId"))
                .isEqualTo(id);
        assertThat(client.get(path + "?listIds=" + id + "&listIds=77")
                        .at("/lists")
                        .findValuesAsText("listId"))
                .containsExactly(id);

        Reply renamed = client.put(list + "/update-list-name?listName=All%20A&includeFilters=true", "");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("/updatedList/name")).isEqualTo("All A");
        assertThat(renamed.at("/updatedList").has("filterBranch")).isTrue();

        Reply filtered = client.put(
                list + "/update-list-filters", "{\"filterBranch\":" + FILTERS.replace("\"a\"", "\"b\"") + "}");
        assertThat(filtered.status()).isEqualTo(200);
        assertThat(filtered.at("/updatedList/listVersion").asInt()).isEqualTo(2);
        assertThat(filtered.at("/updatedList/size").asInt()).isZero();

        assertThat(client.delete(list).status()).isEqualTo(204);
        assertThat(client.delete(list).status()).isEqualTo(204);
        assertThat(client.get(list).status()).isEqualTo(404);
        assertThat(client.get(path + "?listIds=" + id).at("/lists")).isEmpty();
        assertThat(client.put(list + "/restore", "").status()).isEqualTo(204);
        assertThat(client.get(list).text("/list/name")).isEqualTo("All A");
    }

    @ParameterizedTest
    @CsvSource({"name", "objectTypeId", "processingType"})
    void aListNeedsThreeThings(String field) throws IOException {
        Reply reply = client.post(
                LISTS,
                "{\"name\":\"n\",\"objectTypeId\":\"0-2\",\"processingType\":\"MANUAL\"}".replace(field, "x" + field));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).endsWith("Some required fields were not set: [" + field + "]");
    }

    @Test
    void refusalsOfACreate() throws IOException {
        assertThat(create("n", "STATIC", "").text("/message")).contains("MANUAL, SNAPSHOT, DYNAMIC");
        assertThat(client.post(LISTS, "{\"name\":\"n\",\"objectTypeId\":\"widgets\",\"processingType\":\"MANUAL\"}")
                        .text("/message"))
                .isEqualTo("Unable to infer object type from: widgets");
        assertThat(create("n", "MANUAL", ",\"filterBranch\":" + FILTERS).text("/message"))
                .isEqualTo("A MANUAL list has no filterBranch");
        assertThat(create("n", "MANUAL", ",\"listFolderId\":7").text("/message"))
                .contains("listFolderId");
        assertThat(simulator.lists().all()).isEmpty();
    }

    @Test
    void namesAreUniqueInTheAccount() throws IOException {
        create("Good ones", "MANUAL", "");
        String other = create("Bad ones", "MANUAL", "").text("/list/listId");

        Reply again =
                client.post(LISTS, "{\"name\":\"Good ones\",\"objectTypeId\":\"0-1\",\"processingType\":\"MANUAL\"}");
        Reply renamed = client.put(LISTS + "/" + other + "/update-list-name?listName=Good%20ones", "");
        Reply toItself = client.put(LISTS + "/" + other + "/update-list-name?listName=Bad%20ones", "");

        for (Reply refused : List.of(again, renamed)) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/category")).isEqualTo("VALIDATION_ERROR");
            assertThat(refused.text("/subCategory")).isEqualTo("ILS.DUPLICATE_LIST_NAMES");
        }
        assertThat(toItself.status()).isEqualTo(200);
    }

    @Test
    void theNameOfADeletedListIsFreeAndCanBeInTheWayOfItsReturn() throws IOException {
        String first = create("Good ones", "MANUAL", "").text("/list/listId");
        client.delete(LISTS + "/" + first);

        assertThat(create("Good ones", "MANUAL", "").status()).isEqualTo(200);
        assertThat(client.put(LISTS + "/" + first + "/restore", "").text("/subCategory"))
                .isEqualTo("ILS.DUPLICATE_LIST_NAMES");
    }

    @Test
    void aDeletedListCanBeRestoredFor90Days() throws IOException {
        String id = create("Good ones", "MANUAL", "").text("/list/listId");
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        client.delete(LISTS + "/" + id);
        simulator.clock().advance(Duration.ofDays(90).plusMillis(1));

        assertThat(client.put(LISTS + "/" + id + "/restore", "").status()).isEqualTo(404);
        simulator.clock().advance(Duration.ofMillis(-1));
        assertThat(client.put(LISTS + "/" + id + "/restore", "").status()).isEqualTo(204);
        assertThat(client.put(LISTS + "/" + id + "/restore", "").status()).isEqualTo(204);
    }

    @Test
    void listsThatDoNotExist() throws IOException {
        for (Reply reply : List.of(
                client.get(LISTS + "/7"),
                client.get(LISTS + "/seven"),
                client.get(LISTS + "/object-type-id/0-1/name/none"),
                client.delete(LISTS + "/7"),
                client.put(LISTS + "/7/restore", ""),
                client.put(LISTS + "/7/update-list-name?listName=x", ""),
                client.put(LISTS + "/7/update-list-filters", "{\"filterBranch\":{}}"),
                client.get(LISTS + "/7/size-and-edits-history/between"))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text("/category")).isEqualTo("OBJECT_NOT_FOUND");
        }
        assertThat(client.get(LISTS).at("/lists")).isEmpty();
    }

    @Test
    void onlyFiltersThatDecideCanBeChanged() throws IOException {
        String snapshot =
                create("s", "SNAPSHOT", ",\"filterBranch\":" + FILTERS).text("/list/listId");
        String dynamic = create("d", "DYNAMIC", "").text("/list/listId");

        assertThat(client.put(LISTS + "/" + snapshot + "/update-list-filters", "{\"filterBranch\":" + FILTERS + "}")
                        .text("/message"))
                .contains("SNAPSHOT");
        assertThat(client.put(LISTS + "/" + dynamic + "/update-list-filters", "{}")
                        .text("/message"))
                .endsWith("[filterBranch]");
        assertThat(client.put(LISTS + "/" + dynamic + "/update-list-name", "").text("/message"))
                .contains("listName");
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, "/crm/lists/2025-09", "/crm/lists/2026-03", "/crm/lists/2026-09"})
    void searchFindsByNameKindAndId(String path) throws IOException {
        create("Good ones", "MANUAL", ",\"customProperties\":{\"hs_description\":\"Ours\",\"x\":null}");
        create("Good by rule", "DYNAMIC", ",\"filterBranch\":" + FILTERS);
        simulator.lists().create("contacts", "Good people");
        company("Acme");

        Reply all = client.post(path + "/search", "{\"query\":\"GOOD\",\"additionalProperties\":[\"hs_description\"]}");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.at("/total").asInt()).isEqualTo(3);
        assertThat(all.at("/offset").asInt()).isEqualTo(3);
        assertThat(all.at("/hasMore").asBoolean(true)).isFalse();
        assertThat(all.text("/lists/0/additionalProperties/hs_description")).isEqualTo("Ours");
        assertThat(all.text("/lists/0/additionalProperties/hs_list_size")).isEqualTo("0");
        assertThat(all.text("/lists/1/additionalProperties/hs_list_size")).isEqualTo("1");
        assertThat(all.text("/lists/1/additionalProperties/hs_last_record_added_at"))
                .matches("\\d{13}");
        assertThat(all.at("/lists/1").has("filterBranch")).isFalse();
        assertThat(names(client.post(path + "/search", "{\"processingTypes\":[\"DYNAMIC\"]}")))
                .containsExactly("Good by rule");
        assertThat(names(client.post(path + "/search", "{\"objectTypeId\":\"0-1\"}")))
                .containsExactly("Good people");
        assertThat(names(client.post(path + "/search", "{\"listIds\":[\"1\",\"3\"],\"query\":\"people\"}")))
                .containsExactly("Good people");
    }

    private static List<String> names(Reply reply) {
        return reply.at("/lists").findValuesAsText("name");
    }

    @Test
    void searchIsPaged() throws IOException {
        for (int i = 0; i < 23; i++) {
            simulator.lists().create("companies", "List " + i);
        }

        Reply first = client.post(LISTS + "/search", "{}");
        Reply second = client.post(LISTS + "/search", "{\"offset\":20,\"count\":500}");

        assertThat(names(first)).hasSize(20);
        assertThat(first.at("/hasMore").asBoolean()).isTrue();
        assertThat(first.at("/offset").asInt()).isEqualTo(20);
        assertThat(names(second)).containsExactly("List 20", "List 21", "List 22");
        for (String bad : List.of(
                "{\"count\":501}", "{\"count\":0}", "{\"offset\":-1}", "{\"count\":\"x\"}", "{\"sort\":\"NAME\"}")) {
            assertThat(client.post(LISTS + "/search", bad).status()).isEqualTo(400);
        }
        assertThat(client.post(LISTS + "/search", "{\"processingTypes\":[\"STATIC\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void version202609ListsAllByACursor() throws IOException {
        String all = "/crm/lists/2026-09/all";
        for (int i = 0; i < 5; i++) {
            simulator.lists().create("companies", "List " + i);
            simulator.lists().create("contacts", "People " + i);
        }
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            Reply page = client.post(
                    all,
                    "{\"objectTypeId\":\"0-2\",\"processingTypes\":[\"MANUAL\"],\"count\":2"
                            + (after == null ? "" : ",\"after\":\"" + after + "\"") + "}");
            names.addAll(page.at("/results").findValuesAsText("name"));
            assertThat(page.text("/results/0/additionalProperties/hs_list_size"))
                    .isEqualTo("0");
            String next = page.text("/paging/next/after");
            if (next != null) {
                assertThat(client.post(all, "{\"after\":\"" + next + "\"}").text("/subCategory"))
                        .isEqualTo("INVALID_CURSOR");
            }
            after = next;
        } while (after != null);

        assertThat(names).containsExactly("List 0", "List 1", "List 2", "List 3", "List 4");
        assertThat(client.post(all, "{\"after\":\"?\"}").text("/subCategory")).isEqualTo("INVALID_CURSOR");
        assertThat(client.post(all, "{\"processingTypes\":[\"STATIC\"]}").text("/subCategory"))
                .isEqualTo("INVALID_PROCESSING_TYPE");
        assertThat(client.post("/crm/lists/2026-03/all", "{}").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({LISTS + ", 200", "/crm/lists/2025-09, 404", "/crm/lists/2026-03, 200", "/crm/lists/2026-09, 404"})
    void someVersionsTellTheHistoryOfAList(String path, int status) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        String id = simulator.lists().create("companies", "Good ones").id();
        long acme = company("Acme").numericId();
        simulator.clock().advance(Duration.ofDays(1));
        simulator.lists().add(id, List.of(acme));
        simulator.clock().advance(Duration.ofDays(1));
        client.put(LISTS + "/" + id + "/update-list-name?listName=Better", "");
        String history = path + "/" + id + "/size-and-edits-history/between";

        Reply whole = client.get(history);

        assertThat(whole.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(whole.at("/sizeHistory"))
                    .hasToString("[{\"size\":0,\"timestamp\":\"2026-01-01T00:00:00Z\"},"
                            + "{\"size\":1,\"timestamp\":\"2026-01-02T00:00:00Z\"}]");
            assertThat(whole.at("/editHistory")).hasToString("[\"2026-01-03T00:00:00Z\"]");
            Reply part = client.get(history + "?startDate=2026-01-01T12:00:00Z&endDate=2026-01-02T12:00:00Z");
            assertThat(part.at("/sizeHistory")).hasSize(1);
            assertThat(part.at("/editHistory")).isEmpty();
            assertThat(client.get(history + "?startDate=now").status()).isEqualTo(400);
        }
    }

    @Test
    void aTestCanLookAtLists() throws IOException {
        String pets =
                crm.defineObjectType("pet", PropertyDefinition.string("name")).id();
        String id = simulator.lists().create(pets, "Dogs").id();
        String rex = crm.create(pets, Map.of("name", "Rex")).id();

        client.put(LISTS + "/" + id + "/memberships/add", "[\"" + rex + "\"]");

        assertThat(simulator.lists().memberIds(id)).containsExactly(rex);
        assertThat(simulator.lists().find("p62515_pet", "Dogs").orElseThrow().processingType())
                .isEqualTo(ProcessingType.MANUAL);
        simulator.reset();
        assertThat(simulator.lists().all()).isEmpty();
    }

    @Test
    void scopes() throws IOException {
        simulator.settings().withoutScopes("crm.lists.write");

        assertThat(create("n", "MANUAL", "").text("/errors/0/context/requiredGranularScopes/0"))
                .isEqualTo("crm.lists.write");
        assertThat(client.put(LISTS + "/1/memberships/add", "[]").status()).isEqualTo(403);
        assertThat(client.post(LISTS + "/search", "{}").status()).isEqualTo(200);
        simulator.settings().withoutScopes("crm.lists.read");
        assertThat(client.post(LISTS + "/search", "{}").status()).isEqualTo(403);
        assertThat(client.get(LISTS + "/records/0-1/1/memberships").status()).isEqualTo(403);
    }
}
