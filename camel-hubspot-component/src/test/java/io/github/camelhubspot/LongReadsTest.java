// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads of more properties than a URL can name give what they would give if it could. */
class LongReadsTest extends SimulatorTestSupport {

    /** Some 20,000 characters. */
    private static final List<String> NAMES = IntStream.range(0, 500)
            .mapToObj(i -> "a_property_with_quite_a_long_name_" + i)
            .toList();

    private static final String PROPERTIES = "properties=" + String.join(",", NAMES);
    private static final String GET = "hubspot:objects/companies?outputType=json&operation=get";
    private static final String LIST = "hubspot:objects/companies?outputType=json&operation=list";

    private String contact;

    @Override
    void configure(HubSpotComponent component) {
        component.getConfiguration().setProperties(String.join(",", NAMES));
    }

    @BeforeEach
    void prepare() {
        NAMES.forEach(name -> simulator().crm().defineProperty("companies", PropertyDefinition.string(name)));
        defineExternalId();
        contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
    }

    @Test
    void aRecordIsReadByOneBatchRead() throws Exception {
        String id = company(1);

        Exchange exchange = send(GET + "&" + PROPERTIES, id);

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).extracting(RecordedCall::method).containsExactly("POST");
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo(id);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.STATUS_CODE))
                .isEqualTo(200);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.CORRELATION_ID))
                .isEqualTo(lastCall().correlationId());
        assertThat(exchange.getMessage().getBody()).isEqualTo(directly("/" + id, PROPERTIES));
    }

    @Test
    void aShortListIsReadAsUsual() {
        assertThat(send(
                                "hubspot:objects/companies?operation=get&properties="
                                        + String.join(",", NAMES.subList(0, 100)),
                                company(1))
                        .getException())
                .isNull();
        assertThat(calls()).extracting(RecordedCall::method).containsExactly("GET");
    }

    @Test
    void namesAndHistoriesMayComeFromAHeaderAndAnOption() throws Exception {
        String id = company(1);
        String half = String.join(",", NAMES.subList(0, 250));
        String histories = "propertiesWithHistory=" + String.join(",", NAMES.subList(0, 100));

        Exchange exchange = send(
                "hubspot:objects/companies?outputType=json&operation=get&" + histories,
                id,
                Map.of(HubSpotConstants.PROPERTIES, half));

        assertThat(calls()).extracting(RecordedCall::method).containsExactly("POST");
        assertThat(exchange.getMessage().getBody())
                .isEqualTo(directly("/" + id, "properties=" + half + "&" + histories));
    }

    @Test
    void aUniquePropertyNamesTheRecord() throws Exception {
        String id = company(7);

        Exchange exchange = send(GET + "&idProperty=external_id", "C-7");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(directly("/" + id, PROPERTIES));
    }

    @Test
    void anArchivedRecordIsReadWhereItIsAskedFor() throws Exception {
        String id = company(1);
        simulator().crm().archive("companies", id);

        assertThat(send(GET, id).getException()).isInstanceOf(HubSpotNotFoundException.class);
        assertThat(send(GET + "&archived=true", id).getMessage().getBody())
                .isEqualTo(directly("/" + id, PROPERTIES + "&archived=true"));
    }

    @Test
    void associationsComeFromTheUsualRead() throws Exception {
        String id = company(1);
        simulator().crm().link("companies", id, "contacts", contact);

        Exchange exchange = send(GET + "&associations=contacts", id);

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).extracting(RecordedCall::method).containsExactly("GET", "POST");
        JsonNode body = exchange.getMessage().getBody(JsonNode.class);
        assertThat(body.at("/associations/contacts/results/0/id").asText()).isEqualTo(contact);
        assertThat(body).isEqualTo(directly("/" + id, PROPERTIES + "&associations=contacts"));
    }

    @Test
    void theIdOfAMergedRecordFindsTheOneThatIsLeft() {
        String goes = company(2);
        String stays = simulator().crm().merge("companies", company(1), goes).id();

        JsonNode body = send(GET, goes).getMessage().getBody(JsonNode.class);

        assertThat(body.path("id").asText()).isEqualTo(stays);
        assertThat(body.path("properties").path(NAMES.get(499)).asText()).isEqualTo("1");
    }

    @Test
    void whatIsNotThereFailsOrIsEmptyAsUsual() {
        for (boolean is404 : List.of(true, false)) {
            simulator().settings().batchReadAllMissingIs404(is404);
            for (String id : List.of("", "&idProperty=external_id")) {
                assertThat(send(GET + id, "4711").getException())
                        .isInstanceOf(HubSpotNotFoundException.class)
                        .hasMessageContaining("objects?operation=get");

                Exchange empty = send(GET + id + "&notFound=empty", "4711");

                assertThat(empty.getException()).isNull();
                assertThat(empty.getMessage().getBody()).isNull();
                assertThat(empty.getMessage().getHeader(HubSpotConstants.STATUS_CODE))
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void microBatchesReadAsMuchAndKnowTheIdsOfMergedRecordsToo() {
        String id = company(3);
        String goes = company(2);
        String stays = simulator().crm().merge("companies", company(1), goes).id();
        String uri = GET + "&microBatch=true&microBatchSize=1";

        assertThat(send(uri, id).getMessage().getBody(JsonNode.class).path("id").asText())
                .isEqualTo(id);
        assertThat(send(uri, goes)
                        .getMessage()
                        .getBody(JsonNode.class)
                        .path("id")
                        .asText())
                .isEqualTo(stays);
        assertThat(send(uri, "4711").getException()).isInstanceOf(HubSpotNotFoundException.class);
    }

    @Test
    void whatHubSpotRefusesIsToldAtOnce() {
        assertThat(send(GET + "&idProperty=name", "Acme").getException())
                .isInstanceOf(HubSpotValidationException.class);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anAnswerThatSaysNothingIsAskedAgain() {
        String id = company(1);
        simulator()
                .faults()
                .next()
                .matching("POST", "*/batch/read")
                .answer(200, "{\"status\": \"COMPLETE\", \"results\": []}");

        assertThat(send(GET, id).getMessage().getBody(JsonNode.class).path("id").asText())
                .isEqualTo(id);
    }

    @Test
    void pagesKeepTheirOrderAndTheirPlaces() {
        List<String> ids = IntStream.range(0, 25).mapToObj(this::company).collect(Collectors.toList());
        simulator().settings().resultsInReverseOrder(true);
        ids.forEach(id -> simulator().crm().link("companies", id, "contacts", contact));

        HubSpotPages pages = request(LIST + "&limit=10&associations=contacts", null, HubSpotPages.class);

        assertThat(pages)
                .extracting(record -> ((JsonNode) record).path("id").asText())
                .containsExactlyElementsOf(ids);
        assertThat(pages).allSatisfy(record -> {
            JsonNode company = (JsonNode) record;
            assertThat(company.at("/associations/contacts/results/0/id").asText())
                    .isEqualTo(contact);
            assertThat(company.path("properties").size()).isGreaterThanOrEqualTo(500);
        });

        Exchange page = send(LIST + "&limit=10&pagination=page", null);
        assertThat((List<?>) page.getMessage().getBody()).hasSize(10);
        Exchange next = send(
                LIST + "&limit=10&pagination=page",
                null,
                Map.of(HubSpotConstants.AFTER, page.getMessage().getHeader(HubSpotConstants.NEXT_AFTER)));
        assertThat(((JsonNode) next.getMessage().getBody(List.class).get(0))
                        .path("id")
                        .asText())
                .isEqualTo(ids.get(10));
    }

    @Test
    void aPageHasWhatTheListWouldHave() throws Exception {
        IntStream.range(0, 3).forEach(this::company);
        String query = PROPERTIES + "&propertiesWithHistory=" + NAMES.get(1);

        HubSpotPages pages = request(LIST + "&propertiesWithHistory=" + NAMES.get(1), null, HubSpotPages.class);

        assertThat(calls().get(0).query()).contains("limit=50");
        assertThat((Iterable<?>) pages)
                .map(JsonNode.class::cast)
                .containsExactlyElementsOf(directly("", query).path("results"));
    }

    @Test
    void archivedRecordsAreListedToo() {
        String id = company(1);
        simulator().crm().archive("companies", id);

        assertThat(request(LIST, null, HubSpotPages.class)).isEmpty();
        assertThat(request(LIST + "&archived=true", null, HubSpotPages.class))
                .singleElement()
                .satisfies(record -> assertThat(
                                ((JsonNode) record).path("archived").asBoolean())
                        .isTrue());
    }

    @Test
    void aRecordIsLeftOutOnlyIfItIsReallyGone() {
        String first = company(1);
        String second = company(2);
        String third = company(3);
        listed(first, second, "4711", third);
        // Says neither that the second is there nor that it is not.
        simulator().faults().next().matching("POST", "*/batch/read").answer(207, """
                {"status": "COMPLETE",
                 "results": [{"id": "%s", "properties": {}}, {"id": "%s", "properties": {}}],
                 "errors": [{"status": "error", "category": "OBJECT_NOT_FOUND", "message": "gone",
                             "context": {"ids": ["4711"]}}]}""".formatted(third, first));

        assertThat(request(LIST, null, HubSpotPages.class))
                .extracting(record -> ((JsonNode) record).path("id").asText())
                .containsExactly(first, second, third);
        assertThat(lastCall().bodyJson().path("inputs")).hasSize(1);
    }

    @Test
    void aPageWhoseRecordsAreAllGoneIsEmpty() {
        for (boolean is404 : List.of(true, false)) {
            simulator().settings().batchReadAllMissingIs404(is404);
            listed("4711", "4712");

            assertThat(request(LIST, null, HubSpotPages.class)).isEmpty();
        }
    }

    @Test
    void aRecordThatWasMergedMeanwhileIsNotListedTwice() {
        String goes = company(2);
        String stays = simulator().crm().merge("companies", company(1), goes).id();
        listed(stays, goes);
        simulator().faults().next().matching("POST", "*/batch/read").answer(200, """
                {"status": "COMPLETE", "results": [{"id": "%s", "properties": {}}]}""".formatted(stays));

        assertThat(request(LIST, null, HubSpotPages.class)).hasSize(1);
    }

    @Test
    void aPageThatCannotBeReadFails() {
        company(1);
        simulator().faults().next().matching("POST", "*/batch/read").answer(403, "{\"category\": \"MISSING_SCOPES\"}");

        assertThat(send(LIST, null).getException()).isInstanceOf(HubSpotMissingScopeException.class);
    }

    private void listed(String... ids) {
        String entries = List.of(ids).stream()
                .map("{\"id\": \"%s\", \"properties\": {}}"::formatted)
                .collect(Collectors.joining(","));
        simulator().faults().next().matching("GET", "*/companies").answer(200, "{\"results\": [" + entries + "]}");
    }

    private String company(int number) {
        Map<String, String> properties = new HashMap<>(Map.of("name", "C" + number, "external_id", "C-" + number));
        NAMES.subList(0, 2).forEach(name -> properties.put(name, "x" + number));
        properties.put(NAMES.get(499), String.valueOf(number));
        SimulatedRecord record = simulator().crm().create("companies", properties);
        return record.id();
    }

    /** What HubSpot answers if it is asked in one URL, however long. */
    private JsonNode directly(String id, String query) throws Exception {
        simulator().settings().urlLimit(100_000);
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        simulator().baseUrl() + "/crm/v3/objects/companies" + id + "?" + query))
                                .header("Authorization", "Bearer " + simulator().accessToken())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return Json.MAPPER.readTree(answer.body());
    }
}
