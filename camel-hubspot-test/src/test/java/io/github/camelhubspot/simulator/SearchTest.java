// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Search: operators, order, pages, limits, and the lag of the index. */
class SearchTest extends SimulatorTest {

    private static final String SEARCH = COMPANIES + "/search";

    @BeforeEach
    void prepare() {
        simulator.clock().stopAt(Instant.parse("2026-01-01T00:00:00Z"));
        create(Map.of("name", "Acme Tools", "numberofemployees", "9", "industry", "BANKING", "domain", "acme.com"));
        create(Map.of("name", "beta", "numberofemployees", "100", "industry", "INSURANCE", "closedate", "2026-03-01"));
        create(Map.of("name", "Gamma Ray", "numberofemployees", "25.5"));
        create(Map.of("name", "delta"));
    }

    private SimulatedRecord create(Map<String, String> properties) {
        simulator.clock().advance(Duration.ofMinutes(1));
        return crm.create("companies", properties);
    }

    private Reply search(String body) throws IOException {
        return client.post(SEARCH, body);
    }

    private static List<String> names(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        reply.at("/results").forEach(one -> names.add(one.at("/properties/name").asText()));
        return names;
    }

    private static String filter(String property, String operator, String rest) {
        return "{\"propertyName\":\"" + property + "\",\"operator\":\"" + operator + "\"" + rest + "}";
    }

    private static String groups(String... filters) {
        return "{\"filterGroups\":[{\"filters\":[" + String.join(",", filters) + "]}]}";
    }

    @Test
    void anEmptySearchFindsAllInTheOrderOfCreation() throws IOException {
        Reply reply = search("{}");

        assertThat(reply.at("/total").asInt()).isEqualTo(4);
        assertThat(names(reply)).containsExactly("Acme Tools", "beta", "Gamma Ray", "delta");
        assertThat(reply.body().has("paging")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | EQ | acme tools | Acme Tools",
                "name | NEQ | BETA | Acme Tools,Gamma Ray,delta",
                "industry | EQ | BANKING | Acme Tools",
                "industry | EQ | banking | ''",
                "industry | NEQ | BANKING | beta,Gamma Ray,delta",
                "numberofemployees | EQ | 100.0 | beta",
                "numberofemployees | LT | 25.5 | Acme Tools",
                "numberofemployees | LTE | 25.5 | Acme Tools,Gamma Ray",
                "numberofemployees | GT | 9 | beta,Gamma Ray",
                "numberofemployees | GTE | 9 | Acme Tools,beta,Gamma Ray",
                "closedate | GTE | 1772323200000 | beta",
                "closedate | GT | 2026-03-01 | ''",
                "hs_lastmodifieddate | LTE | 2026-01-01T00:02:00Z | Acme Tools,beta",
                "createdate | GT | 1767225780000 | delta",
                "name | CONTAINS_TOKEN | tools | Acme Tools",
                "name | CONTAINS_TOKEN | tool | ''",
                "name | CONTAINS_TOKEN | tool* | Acme Tools",
                "name | CONTAINS_TOKEN | *am* | Gamma Ray",
                "domain | CONTAINS_TOKEN | *.com | Acme Tools",
                "name | NOT_CONTAINS_TOKEN | ray | Acme Tools,beta,delta"
            })
    void comparisons(String property, String operator, String value, String expected) throws IOException {
        Reply reply = search(groups(filter(property, operator, ",\"value\":\"" + value + "\"")));

        assertThat(String.join(",", names(reply))).isEqualTo(expected);
    }

    @Test
    void betweenInAndPresence() throws IOException {
        assertThat(names(search(
                        groups(filter("numberofemployees", "BETWEEN", ",\"value\":\"9\",\"highValue\":\"25.5\"")))))
                .containsExactly("Acme Tools", "Gamma Ray");
        assertThat(names(search(groups(filter("industry", "IN", ",\"values\":[\"BANKING\",\"INSURANCE\"]")))))
                .containsExactly("Acme Tools", "beta");
        assertThat(names(search(groups(filter("industry", "NOT_IN", ",\"values\":[\"BANKING\"]")))))
                .containsExactly("beta", "Gamma Ray", "delta");
        assertThat(names(search(groups(filter("numberofemployees", "HAS_PROPERTY", "")))))
                .hasSize(3);
        assertThat(names(search(groups(filter("numberofemployees", "NOT_HAS_PROPERTY", "")))))
                .containsExactly("delta");
    }

    @Test
    void inNeedsLowerCaseForTexts() throws IOException {
        assertThat(names(search(groups(filter("name", "IN", ",\"values\":[\"gamma ray\",\"delta\"]")))))
                .containsExactly("Gamma Ray", "delta");
        assertThat(names(search(groups(filter("name", "IN", ",\"values\":[\"Gamma Ray\"]")))))
                .isEmpty();
    }

    @Test
    void filtersOfAGroupMustAllHoldAndGroupsAreAlternatives() throws IOException {
        String both = filter("numberofemployees", "GT", ",\"value\":\"1\"") + ","
                + filter("industry", "EQ", ",\"value\":\"BANKING\"");
        String other = filter("name", "EQ", ",\"value\":\"delta\"");

        assertThat(names(search("{\"filterGroups\":[{\"filters\":[" + both + "]},{\"filters\":[" + other + "]}]}")))
                .containsExactly("Acme Tools", "delta");
        assertThat(names(search("{\"filters\":[" + other + "]}"))).containsExactly("delta");
    }

    @Test
    void queryLooksAtTheSearchableProperties() throws IOException {
        assertThat(names(search("{\"query\":\"ACME\"}"))).containsExactly("Acme Tools");
        assertThat(names(search("{\"query\":\"banking\"}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"propertyName\":\"numberofemployees\",\"direction\":\"ASCENDING\"} | Acme Tools,Gamma Ray,beta,delta",
                "{\"propertyName\":\"numberofemployees\",\"direction\":\"DESCENDING\"} | beta,Gamma Ray,Acme Tools,delta",
                "{\"propertyName\":\"name\"} | Acme Tools,beta,delta,Gamma Ray",
                "\"-createdate\" | delta,Gamma Ray,beta,Acme Tools"
            })
    void oneSortDecidesTheOrder(String sort, String expected) throws IOException {
        assertThat(String.join(",", names(search("{\"sorts\":[" + sort + "]}"))))
                .isEqualTo(expected);
    }

    @Test
    void twoSortsAreRefused() throws IOException {
        assertThat(search("{\"sorts\":[\"name\",\"city\"]}").status()).isEqualTo(400);
    }

    @Test
    void pagesAreOffsetsAndTheTotalStays() throws IOException {
        Reply first = search("{\"limit\":3}");
        Reply second = search("{\"limit\":3,\"after\":\"" + first.text("/paging/next/after") + "\"}");

        assertThat(first.text("/paging/next/after")).isEqualTo("3");
        assertThat(names(first)).hasSize(3);
        assertThat(names(second)).containsExactly("delta");
        assertThat(second.at("/total").asInt()).isEqualTo(4);
        assertThat(second.body().has("paging")).isFalse();
    }

    @Test
    void aChangeShowsInTheNextSearch() throws IOException {
        names(search("{\"query\":\"acme\"}"));
        create(Map.of("name", "Acme Two"));

        assertThat(names(search("{\"query\":\"acme\"}"))).hasSize(2);
        crm.archive(
                "companies",
                crm.find("companies", "name", "Acme Two").orElseThrow().id());
        assertThat(names(search("{\"query\":\"acme\"}"))).hasSize(1);
    }

    @Test
    void resultsHaveTheAskedProperties() throws IOException {
        Reply reply = search("{\"properties\":[\"industry\"],\"query\":\"acme\"}");

        assertThat(reply.text("/results/0/properties/industry")).isEqualTo("BANKING");
        assertThat(reply.at("/results/0/properties").has("name")).isFalse();
        assertThat(reply.at("/results/0/properties").has("hs_lastmodifieddate")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | EQ | 1",
                "numberofemployees | GT | many",
                "closedate | GT | tomorrow",
                "associations.2-1 | EQ | 1",
                "associations.contacts | GT | 1"
            })
    void mostMistakesGetTheSameVagueAnswer(String property, String operator, String value) throws IOException {
        Reply reply = search(groups(filter(property, operator, ",\"value\":\"" + value + "\"")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo("There was a problem with the request.");
    }

    @Test
    void aWrongOperatorIsLocated() throws IOException {
        Reply reply = search("{\"filters\":[\n{\"propertyName\":\"name\",\"operator\":\"eq\",\"value\":\"x\"}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.text("/message"))
                .startsWith("Invalid input JSON on line 2, column 35: Enum type must be one of: [EQ, NEQ,");
    }

    @Test
    void limitsAreHeld() throws IOException {
        String filter = filter("name", "EQ", ",\"value\":\"x\"");
        String group = "{\"filters\":[" + filter + "]}";
        String sevenFilters = groups(filter, filter, filter, filter, filter, filter, filter);
        String sixGroups = "{\"filterGroups\":[" + String.join(",", group, group, group, group, group, group) + "]}";

        assertThat(search(sevenFilters).status()).isEqualTo(400);
        assertThat(search(sixGroups).status()).isEqualTo(400);
        assertThat(search("{\"limit\":200}").status()).isEqualTo(200);
        assertThat(search("{\"limit\":201}").status()).isEqualTo(400);
        assertThat(search("{\"limit\":100,\"after\":\"9900\"}").status()).isEqualTo(200);
        assertThat(search("{\"limit\":100,\"after\":\"10000\"}").status()).isEqualTo(400);
        assertThat(search("{\"query\":\"" + "x".repeat(2988) + "\"}").status()).isEqualTo(200);
        assertThat(search("{\"query\":\"" + "x".repeat(2989) + "\"}").status()).isEqualTo(400);
    }

    @Test
    void linkedRecordsAreFound() throws IOException {
        String ann = contact("ann@example.com").id();
        String acme = crm.find("companies", "name", "Acme Tools").orElseThrow().id();
        crm.link("companies", acme, "contacts", ann);

        assertThat(names(search(groups(filter("associations.contact", "EQ", ",\"value\":\"" + ann + "\"")))))
                .containsExactly("Acme Tools");
        assertThat(names(search(groups(filter("associations.contact", "IN", ",\"values\":[\"1\"]")))))
                .isEmpty();
    }

    @Test
    void keysetByRecordId() throws IOException {
        String beta = crm.find("companies", "name", "beta").orElseThrow().id();

        Reply reply = search("{\"filterGroups\":[{\"filters\":["
                + filter("hs_object_id", "GT", ",\"value\":\"" + beta + "\"")
                + "]}],\"sorts\":[{\"propertyName\":\"hs_object_id\",\"direction\":\"ASCENDING\"}]}");

        assertThat(names(reply)).containsExactly("Gamma Ray", "delta");
        assertThat(reply.at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void theIndexLagsBehindWrites() throws IOException {
        simulator.clock().advance(Duration.ofMinutes(10));
        simulator.settings().searchIndexLag(Duration.ofSeconds(30));
        String acme = crm.find("companies", "name", "Acme Tools").orElseThrow().id();
        create(Map.of("name", "New"));
        crm.update("companies", acme, Map.of("name", "Acme Changed"));

        assertThat(names(search("{}"))).contains("Acme Tools").doesNotContain("New", "Acme Changed");
        assertThat(client.get(COMPANIES + "/" + acme).text("/properties/name")).isEqualTo("Acme Changed");

        simulator.clock().advance(Duration.ofSeconds(30));
        assertThat(names(search("{}"))).contains("New", "Acme Changed").doesNotContain("Acme Tools");
    }
}
