// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** get, batchGet, list and search. */
class ReadsTest extends SimulatorTestSupport {

    @Test
    void getByAUniqueProperty() {
        defineExternalId();
        String id = create("Acme", "a/b+c@d %");

        Exchange exchange = send(
                "hubspot:objects/company?operation=get&idProperty=external_id&properties=name,external_id",
                "a/b+c@d %");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Map.class).get("id")).isEqualTo(id);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(id);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.STATUS_CODE))
                .isEqualTo(200);
        assertThat(lastCall().path()).isEqualTo("/crm/v3/objects/companies/a%2Fb%2Bc%40d%20%25");
    }

    @Test
    void whatIsNotThereFailsOrIsEmpty() {
        assertThat(send("hubspot:objects/companies?operation=get", "4711").getException())
                .isInstanceOf(HubSpotNotFoundException.class);

        Exchange empty = send("hubspot:objects/companies?operation=get&notFound=empty", "4711");

        assertThat(empty.getException()).isNull();
        assertThat(empty.getMessage().getBody()).isNull();
        assertThat(empty.getMessage().getHeader(HubSpotConstants.STATUS_CODE)).isEqualTo(404);
    }

    @Test
    void batchGetTellsOfEachIdWhetherItIsThere() {
        defineExternalId();
        for (int i = 0; i < 150; i++) {
            create("Company " + i, "C-" + i);
        }
        List<String> keys = new ArrayList<>();
        IntStream.range(0, 160).forEach(i -> keys.add("C-" + i));

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchGet&idProperty=external_id&properties=name",
                keys,
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.FOUND)).isEqualTo(150);
        assertThat(result.count(OutcomeStatus.NOT_FOUND)).isEqualTo(10);
        assertThat(result.failed()).isZero();
        assertThat(result.outcomes()).hasSize(160);
        assertThat(result.outcomes().subList(0, 150)).allSatisfy(outcome -> {
            Map<?, ?> record = (Map<?, ?>) outcome.record();
            assertThat(((Map<?, ?>) record.get("properties")).get("external_id"))
                    .isEqualTo(outcome.key());
        });
        assertThat(calls()).hasSize(2);
    }

    @Test
    void batchGetTakesFiftyAtATimeWithHistory() {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 120).forEach(i -> ids.add(create("Company " + i, null)));

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchGet&propertiesWithHistory=name", ids, BatchResult.class);

        assertThat(result.count(OutcomeStatus.FOUND)).isEqualTo(120);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void listReadsPageAfterPage() {
        IntStream.range(0, 25).forEach(i -> create("Company " + i, null));

        HubSpotPages pages =
                request("hubspot:objects/companies?operation=list&limit=10&properties=name", null, HubSpotPages.class);

        assertThat(calls()).hasSize(1);
        assertThat(pages).hasSize(25);
        assertThat(calls()).hasSize(3);
        assertThat(pages).hasSize(25);
        assertThat(calls()).hasSize(6);
    }

    @Test
    void listTakesFiftyAtATimeWithHistory() {
        IntStream.range(0, 60).forEach(i -> create("Company " + i, null));

        assertThat(request(
                        "hubspot:objects/companies?operation=list&propertiesWithHistory=name",
                        null,
                        HubSpotPages.class))
                .hasSize(60);
        assertThat(calls()).hasSize(2).allSatisfy(call -> assertThat(call.query())
                .contains("limit=50"));
        assertThat(send(
                                "hubspot:objects/companies?operation=list&propertiesWithHistory=name",
                                null,
                                Map.of(HubSpotConstants.LIMIT, 51))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 50");
    }

    @Test
    void theLinkToTheNextPageIsNeverFollowed() {
        String id = create("Acme", null);
        for (String operation : List.of("list", "search")) {
            simulator().clearCalls();
            simulator().faults().next().answer(200, """
                    {"total": 2, "results": [{"id": "1", "properties": {}}],
                     "paging": {"next": {"after": "%s",
                        "link": "%s/crm/v3/objects/contacts?after=1&other=parameters"}}}""".formatted(
                            operation.equals("list") ? id : "1", simulator().baseUrl()));

            HubSpotPages pages = request(
                    "hubspot:objects/companies?properties=name&operation=" + operation, null, HubSpotPages.class);
            pages.forEach(record -> {});

            assertThat(calls()).hasSize(2).allSatisfy(call -> assertThat(call.path())
                    .startsWith("/crm/v3/objects/companies"));
            assertThat(lastCall().query() + lastCall().body())
                    .doesNotContain("other")
                    .contains("name");
        }
    }

    @Test
    void maxResultsCapsTheWhole() {
        IntStream.range(0, 25).forEach(i -> create("Company " + i, null));

        assertThat(request("hubspot:objects/companies?operation=list&limit=10&maxResults=12", null, HubSpotPages.class))
                .hasSize(12);
        assertThat(request("hubspot:objects/companies?operation=list&maxResults=3", null, HubSpotPages.class))
                .hasSize(3);
        assertThat(lastCall().query()).contains("limit=3");
    }

    @Test
    void onePageComesWithThePlaceOfTheNext() {
        IntStream.range(0, 15).forEach(i -> create("Company " + i, null));
        String uri = "hubspot:objects/companies?operation=list&limit=10&pagination=page";

        Exchange first = send(uri, null);
        String after = first.getMessage().getHeader(HubSpotConstants.NEXT_AFTER, String.class);
        Exchange second = send(uri, null, new HashMap<>(Map.of(HubSpotConstants.AFTER, after)));

        assertThat((List<?>) first.getMessage().getBody()).hasSize(10);
        assertThat((List<?>) second.getMessage().getBody()).hasSize(5);
        assertThat(second.getMessage().getHeader(HubSpotConstants.NEXT_AFTER)).isNull();
    }

    @Test
    void aLaterPagesErrorIsThrownByNext() {
        IntStream.range(0, 25).forEach(i -> create("Company " + i, null));
        HubSpotPages pages = request("hubspot:objects/companies?operation=list&limit=10", null, HubSpotPages.class);
        simulator().settings().accessToken("another token");

        Iterator<Object> iterator = pages.iterator();
        IntStream.range(0, 10).forEach(i -> iterator.next());

        assertThatThrownBy(iterator::next).isInstanceOf(HubSpotAuthenticationException.class);
    }

    @Test
    void searchFillsTheGapsOfTheBodyFromOptions() {
        create("Acme", null);
        create("Bolt", null);
        Map<String, Object> request = Map.of(
                "filterGroups",
                List.of(Map.of("filters", List.of(Map.of("propertyName", "name", "operator", "EQ", "value", "Acme")))));

        HubSpotPages pages = request(
                "hubspot:objects/companies?operation=search&properties=name&sorts=name:descending",
                request,
                HubSpotPages.class);

        assertThat(pages).hasSize(1);
        assertThat(lastCall().bodyJson().path("limit").asInt()).isEqualTo(200);
        assertThat(lastCall().bodyJson().path("sorts").path(0).path("direction").asText())
                .isEqualTo("DESCENDING");
        assertThat(lastCall().bodyJson().path("properties").path(0).asText()).isEqualTo("name");
    }

    @Test
    void searchReadsAllPages() {
        IntStream.range(0, 450).forEach(i -> create("Company " + i, null));

        assertThat(request("hubspot:objects/companies?operation=search", null, HubSpotPages.class))
                .hasSize(450);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void moreHitsThanOneSearchGivesFailAtTheFirstPage() {
        simulator()
                .faults()
                .next()
                .answer(200, "{\"total\":10001,\"results\":[],\"paging\":{\"next\":{\"after\":\"200\"}}}");

        assertThat(send("hubspot:objects/companies?operation=search", null).getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining("10001")
                .hasMessageContaining("maxResults");
    }

    private String create(String name, String externalId) {
        Map<String, String> properties = new HashMap<>(Map.of("name", name));
        if (externalId != null) {
            properties.put("external_id", externalId);
        }
        return simulator().crm().create("companies", properties).id();
    }
}
