// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.LinkType;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between records, alone and in batches, in the old and the dated paths. */
class AssociationsTest extends SimulatorTest {

    private static final String BATCH = "/crm/v4/associations/tickets/companies/batch";
    private static final String DATED_BATCH = "/crm/associations/2026-03/tickets/companies/batch";

    private SimulatedRecord ticket;
    private SimulatedRecord acme;
    private LinkType reportedBy;

    @BeforeEach
    void prepare() {
        ticket = ticket("Broken");
        acme = company("Acme");
        reportedBy = crm.defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported")
                .get(0);
    }

    private String path(String base) {
        return base + "/tickets/" + ticket.id() + "/associations/companies/" + acme.id();
    }

    private static String types(LinkType... types) {
        return List.of(types).stream()
                .map(type -> "{\"associationCategory\":\"" + type.category() + "\",\"associationTypeId\":"
                        + type.typeId() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<Integer> typeIds() {
        List<Link> links = crm.links("tickets", ticket.id(), "companies");
        return links.isEmpty()
                ? List.of()
                : links.get(0).types().stream().map(LinkType::typeId).toList();
    }

    private String pair(String toId, String types) {
        return "{\"from\":{\"id\":\"" + ticket.id() + "\"},\"to\":{\"id\":\"" + toId + "\"}"
                + (types == null ? "" : ",\"types\":" + types) + "}";
    }

    private static String inputs(String... inputs) {
        return "{\"inputs\":[" + String.join(",", inputs) + "]}";
    }

    @Test
    void putInV4AnswersTheEntity() throws IOException {
        Reply reply = client.put(path("/crm/v4/objects"), types(reportedBy));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/createdResourceId").isTextual()).isTrue();
        assertThat(reply.text("/entity/fromObjectTypeId")).isEqualTo("0-5");
        assertThat(reply.text("/entity/fromObjectId")).isEqualTo(ticket.id());
        assertThat(reply.text("/entity/toObjectTypeId")).isEqualTo("0-2");
        assertThat(reply.text("/entity/toObjectId")).isEqualTo(acme.id());
        assertThat(reply.text("/entity/labels/0")).isEqualTo("Reported by");
        assertThat(reply.text("/location")).startsWith(simulator.baseUrl());
    }

    @Test
    void putInDatedVersionsAnswersFlat() throws IOException {
        Reply reply = client.put(path("/crm/objects/2026-03"), types(reportedBy));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/fromObjectId").isTextual()).isTrue();
        assertThat(reply.text("/toObjectId")).isEqualTo(acme.id());
        assertThat(reply.text("/labels/0")).isEqualTo("Reported by");
        assertThat(reply.body().has("entity")).isFalse();
    }

    @Test
    void aLabelledLinkHasThePlainTypeTooAndIsSeenFromBothSides() throws IOException {
        client.put(path("/crm/v4/objects"), types(reportedBy));

        assertThat(typeIds()).containsExactlyInAnyOrder(339, reportedBy.typeId());
        Link back = crm.links("companies", acme.id(), "tickets").get(0);
        assertThat(back.toObjectId()).isEqualTo(ticket.id());
        assertThat(back.labels()).containsExactly("Reported");
    }

    @Test
    void puttingLabelsReplacesThem() throws IOException {
        LinkType paidBy = crm.defineLabel("tickets", "companies", "paid_by", "Paid by", null)
                .get(0);
        client.put(path("/crm/v4/objects"), types(reportedBy));

        client.put(path("/crm/v4/objects"), types(paidBy));

        assertThat(typeIds()).containsExactlyInAnyOrder(339, paidBy.typeId());
    }

    @Test
    void typesPointOneWay() throws IOException {
        Reply reply = client.put(
                path("/crm/v4/objects"), "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":340}]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).isEqualTo("One or more associations are invalid");
        assertThat(reply.text("/context/associationSpec/0")).isEqualTo("HUBSPOT_DEFINED=340");
        assertThat(reply.text("/context/INVALID_ASSOCIATION_TYPE_ID/0")).isEqualTo("340");
        assertThat(typeIds()).isEmpty();
    }

    @Test
    void theCategoryIsPartOfTheType() throws IOException {
        Reply reply = client.put(
                path("/crm/v4/objects"), "[{\"associationCategory\":\"USER_DEFINED\",\"associationTypeId\":339}]");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void unknownRecordsCannotBeLinked() throws IOException {
        Reply reply = client.put(
                "/crm/v4/objects/tickets/" + ticket.id() + "/associations/companies/424242", types(reportedBy));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/context/INVALID_OBJECT_IDS/0")).isEqualTo("COMPANY=424242 is not valid");
    }

    @Test
    void putDefaultAnswersBothDirectionsAndKeepsLabels() throws IOException {
        client.put(path("/crm/v4/objects"), types(reportedBy));

        Reply reply = client.put(
                "/crm/v4/objects/tickets/" + ticket.id() + "/associations/default/companies/" + acme.id(), "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/status")).isEqualTo("COMPLETE");
        assertThat(reply.at("/results")).hasSize(2);
        assertThat(reply.at("/results/0/associationSpec/associationTypeId").asInt())
                .isEqualTo(339);
        assertThat(reply.text("/results/0/from/id")).isEqualTo(ticket.id());
        assertThat(reply.at("/results/1/associationSpec/associationTypeId").asInt())
                .isEqualTo(340);
        assertThat(typeIds()).contains(reportedBy.typeId());
    }

    @Test
    void deleteRemovesBothDirections() throws IOException {
        client.put(path("/crm/v4/objects"), types(reportedBy));

        assertThat(client.delete(path("/crm/v4/objects")).status()).isEqualTo(204);
        assertThat(client.delete(path("/crm/v4/objects")).status()).isEqualTo(204);

        assertThat(typeIds()).isEmpty();
        assertThat(crm.links("companies", acme.id(), "tickets")).isEmpty();
    }

    @Test
    void listsHaveNumbersInV4AndTextsInDatedVersions() throws IOException {
        crm.link("tickets", ticket.id(), "companies", acme.id(), reportedBy);
        String list = "/tickets/" + ticket.id() + "/associations/companies";

        JsonNode old = client.get("/crm/v4/objects" + list).at("/results/0");
        JsonNode dated = client.get("/crm/objects/2026-09" + list).at("/results/0");

        assertThat(old.get("toObjectId").isNumber()).isTrue();
        assertThat(old.get("toObjectId").asText()).isEqualTo(acme.id());
        assertThat(dated.get("toObjectId").isTextual()).isTrue();
        assertThat(old.at("/associationTypes/0/category").asText()).isEqualTo("HUBSPOT_DEFINED");
        assertThat(old.at("/associationTypes/0/label").isNull()).isTrue();
        assertThat(old.at("/associationTypes/1/typeId").asInt()).isEqualTo(reportedBy.typeId());
        assertThat(old.at("/associationTypes/1/label").asText()).isEqualTo("Reported by");
    }

    @Test
    void listsPage() throws IOException {
        for (int i = 0; i < 5; i++) {
            crm.link("tickets", ticket.id(), "companies", company("c" + i).id());
        }
        String list = "/crm/v4/objects/tickets/" + ticket.id() + "/associations/companies?limit=2";

        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Reply page = client.get(list + (after == null ? "" : "&after=" + after));
            page.at("/results").forEach(link -> ids.add(link.get("toObjectId").asText()));
            after = page.text("/paging/next/after");
        } while (after != null);

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(client.get(list.replace("limit=2", "limit=501")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"v4, true", "2026-03, false"})
    void batchCreateReportsSinglePairs(String version, boolean numbers) throws IOException {
        String base = numbers ? BATCH : DATED_BATCH;

        Reply reply = client.post(
                base + "/create", inputs(pair(acme.id(), types(reportedBy)), pair("424242", types(reportedBy))));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results")).hasSize(1);
        assertThat(reply.at("/results/0/toObjectId").isNumber()).isEqualTo(numbers);
        assertThat(reply.text("/results/0/labels/0")).isEqualTo("Reported by");
        assertThat(reply.at("/numErrors").asInt()).isEqualTo(1);
        assertThat(reply.text("/errors/0/context/toObjectId/0")).isEqualTo("424242");
        assertThat(typeIds()).contains(reportedBy.typeId());
    }

    @Test
    void batchCreateIs201WhenAllIsWell() throws IOException {
        assertThat(client.post(BATCH + "/create", inputs(pair(acme.id(), types(reportedBy))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void batchDefaultLinksPlainly() throws IOException {
        Reply reply = client.post(BATCH + "/associate/default", inputs(pair(acme.id(), null)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results")).hasSize(2);
        assertThat(typeIds()).containsExactly(339);
    }

    @Test
    void batchReadReportsRecordsWithoutLinksAsErrors() throws IOException {
        SimulatedRecord lonely = ticket("Lonely");
        crm.link("tickets", ticket.id(), "companies", acme.id());

        Reply reply = client.post(
                BATCH + "/read", inputs("{\"id\":\"" + ticket.id() + "\"}", "{\"id\":\"" + lonely.id() + "\"}"));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.text("/results/0/from/id")).isEqualTo(ticket.id());
        assertThat(reply.text("/results/0/to/0/toObjectId")).isEqualTo(acme.id());
        assertThat(reply.text("/errors/0/category")).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(reply.text("/errors/0/subCategory")).isEqualTo("crm.associations.NO_ASSOCIATIONS_FOUND");
        assertThat(reply.text("/errors/0/message"))
                .isEqualTo("No company is associated with ticket " + lonely.id() + ".");
        assertThat(reply.text("/errors/0/context/fromObjectId/0")).isEqualTo(lonely.id());
    }

    @Test
    void batchReadPagesPerRecord() throws IOException {
        simulator.settings().associationReadPage(2);
        for (int i = 0; i < 3; i++) {
            crm.link("tickets", ticket.id(), "companies", company("c" + i).id());
        }

        Reply first = client.post(BATCH + "/read", inputs("{\"id\":\"" + ticket.id() + "\"}"));
        String after = first.text("/results/0/paging/next/after");
        Reply second =
                client.post(BATCH + "/read", inputs("{\"id\":\"" + ticket.id() + "\",\"after\":\"" + after + "\"}"));

        assertThat(first.at("/results/0/to")).hasSize(2);
        assertThat(second.at("/results/0/to")).hasSize(1);
        assertThat(second.at("/results/0").has("paging")).isFalse();
    }

    @Test
    void archiveAnswersByVersion() throws IOException {
        String body = inputs("{\"from\":{\"id\":\"" + ticket.id() + "\"},\"to\":[{\"id\":\"" + acme.id() + "\"}]}");
        crm.link("tickets", ticket.id(), "companies", acme.id(), reportedBy);

        assertThat(client.post(BATCH + "/archive", body).status()).isEqualTo(204);
        assertThat(typeIds()).isEmpty();

        Reply dated = client.post(DATED_BATCH + "/archive", body);
        assertThat(dated.status()).isEqualTo(200);
        assertThat(dated.text("/status")).isEqualTo("COMPLETE");
        assertThat(dated.at("/results")).isEmpty();
    }

    @Test
    void removingALabelKeepsThePlainLinkAndRemovingThePlainTypeRemovesAll() throws IOException {
        LinkType plain = new LinkType("HUBSPOT_DEFINED", 339, null);
        crm.link("tickets", ticket.id(), "companies", acme.id(), reportedBy);

        assertThat(client.post(BATCH + "/labels/archive", inputs(pair(acme.id(), types(reportedBy))))
                        .status())
                .isEqualTo(204);
        assertThat(typeIds()).containsExactly(339);
        assertThat(crm.links("companies", acme.id(), "tickets").get(0).labels()).isEmpty();

        crm.link("tickets", ticket.id(), "companies", acme.id(), reportedBy);
        assertThat(client.post(DATED_BATCH + "/labels/archive", inputs(pair(acme.id(), types(plain))))
                        .status())
                .isEqualTo(200);
        assertThat(typeIds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read | 1000 | {`id`:`#`}",
                "create | 2000 | {`from`:{`id`:`#`},`to`:{`id`:`1`},`types`:[]}",
                "archive | 100 | {`from`:{`id`:`#`},`to`:[{`id`:`1`}]}"
            })
    void batchesHaveTheirLargestSizes(String operation, int largest, String input) throws IOException {
        assertThat(client.post(BATCH + "/" + operation, many(largest, input)).status())
                .isNotEqualTo(400);
        assertThat(client.post(BATCH + "/" + operation, many(largest + 1, input))
                        .status())
                .isEqualTo(400);
    }

    private static String many(int count, String input) {
        String template = input.replace('`', '"');
        return inputs(IntStream.range(0, count)
                .mapToObj(i -> template.replace("#", Integer.toString(i)))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies", "company", "0-2"})
    void readsShowLinksWhenAsked(String asked) throws IOException {
        crm.link("tickets", ticket.id(), "companies", acme.id(), reportedBy);
        String path = TICKETS + "/" + ticket.id();

        JsonNode results =
                client.get(path + "?associations=" + asked + ",contacts").at("/associations/companies/results");

        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("id").asText()).isEqualTo(acme.id());
        assertThat(results.get(0).get("type").asText()).isEqualTo("ticket_to_company_unlabeled");
        assertThat(client.get(path).body().has("associations")).isFalse();
        assertThat(client.get(path + "?associations=contacts").body().has("associations"))
                .isFalse();
        assertThat(client.get(TICKETS + "?associations=" + asked).at("/results/0/associations/companies/results"))
                .hasSize(2);
    }

    @Test
    void linksGoWithTheRecord() throws IOException {
        crm.link("tickets", ticket.id(), "companies", acme.id());

        client.delete(COMPANIES + "/" + acme.id());

        assertThat(crm.links("tickets", ticket.id(), "companies")).isEmpty();
    }

    private Reply createLinked(String category, int typeId, String toId) throws IOException {
        return client.post(
                TICKETS,
                "{\"properties\":{\"subject\":\"s\",\"hs_pipeline_stage\":\"1\"},\"associations\":[{\"to\":{\"id\":\""
                        + toId
                        + "\"},\"types\":[{\"associationCategory\":\"" + category + "\",\"associationTypeId\":" + typeId
                        + "}]}]}");
    }

    @Test
    void aRecordCanBeCreatedWithLinks() throws IOException {
        Reply reply = createLinked("HUBSPOT_DEFINED", 26, acme.id());

        assertThat(reply.status()).isEqualTo(201);
        Link link = crm.links("tickets", reply.text("/id"), "companies").get(0);
        assertThat(link.toObjectId()).isEqualTo(acme.id());
        assertThat(link.labels()).containsExactly("Primary");
    }

    @Test
    void badLinksRefuseTheCreation() throws IOException {
        Reply unknownTarget = createLinked("HUBSPOT_DEFINED", 339, "424242");
        Reply unknownType = createLinked("USER_DEFINED", 999, acme.id());
        Reply wrongWay = createLinked("HUBSPOT_DEFINED", 340, acme.id());

        assertThat(unknownTarget.text("/message")).isEqualTo("One or more associations are invalid");
        assertThat(unknownTarget.text("/context/INVALID_OBJECT_IDS/0")).isEqualTo("COMPANY=424242 is not valid");
        assertThat(unknownType.text("/context/associationSpec/0")).isEqualTo("USER_DEFINED=999");
        assertThat(wrongWay.text("/message"))
                .isEqualTo("invalid from object type 0-5 for associations to be created. expected: 0-2");
        assertThat(crm.records("tickets")).hasSize(1);
    }

    @Test
    void aLeadNeedsAContact() throws IOException {
        String ann = contact("ann@example.com").id();
        String properties = "{\"properties\":{\"hs_lead_name\":\"l\"}";
        String links = ",\"associations\":[{\"to\":{\"id\":\"" + ann
                + "\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":578}]}]";

        assertThat(client.post("/crm/v3/objects/leads", properties + "}").status())
                .isEqualTo(400);
        assertThat(client.post("/crm/v3/objects/leads", properties + links + "}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anyTwoTypesHaveAPlainType() throws IOException {
        String custom = crm.defineObjectType("machine").id();
        SimulatedRecord machine = crm.create(custom, Map.of());

        JsonNode labels = client.get("/crm/v4/associations/" + custom + "/listings/labels")
                .at("/results");

        assertThat(labels).hasSize(1);
        assertThat(labels.get(0).get("category").asText()).isEqualTo("USER_DEFINED");
        assertThat(labels.get(0).get("label").isNull()).isTrue();
        crm.link(custom, machine.id(), "companies", acme.id());
        assertThat(crm.links("companies", acme.id(), custom)).hasSize(1);
    }
}
