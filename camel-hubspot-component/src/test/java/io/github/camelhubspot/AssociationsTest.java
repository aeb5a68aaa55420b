// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between records: single and in batches, by type and by label. */
class AssociationsTest extends SimulatorTestSupport {

    private static final String TICKETS = "hubspot:associations/tickets?toObjectType=companies&operation=";

    private String ticket;
    private String company;
    private LinkType reportedBy;
    private LinkType paidBy;

    @BeforeEach
    void createBothEnds() {
        ticket = createTicket();
        company = simulator().crm().create("companies", Map.of("name", "Acme")).id();
        reportedBy = simulator()
                .crm()
                .defineLabel("tickets", "companies", "reported_by", "Reported by", "Reported")
                .get(0);
        paidBy = simulator()
                .crm()
                .defineLabel("tickets", "companies", "paid_by", "Paid by", "Pays")
                .get(0);
    }

    @Test
    void putsALinkByLabelAndReadsTheListOfLabelsOnce() {
        Map<String, Object> ids = ids(ticket, company);
        assertThat(send(TICKETS + "put&associationLabel=Reported by", "any body", ids)
                        .getException())
                .isNull();
        assertThat(send(TICKETS + "put&associationLabel=Reported by", null, ids).getException())
                .isNull();

        assertThat(labels()).containsExactly("Reported by");
        assertThat(calls()).hasSize(3);
    }

    @Test
    void anUnknownLabelIsRefusedBeforeTheCallAndThoseThereAreAreListed() {
        Exchange exchange = send(TICKETS + "put&associationLabel=Reporter", null, ids(ticket, company));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("'Reporter'")
                .hasMessageContaining("'Reported by'");
        assertThat(links()).isEmpty();
    }

    @Test
    void labelModeReplaceReplacesAndAddKeeps() {
        send(TICKETS + "put&associationLabel=Reported by", null, ids(ticket, company));

        send(TICKETS + "put&associationLabel=Paid by&labelMode=add", null, ids(ticket, company));
        assertThat(labels()).containsExactlyInAnyOrder("Reported by", "Paid by");

        send(TICKETS + "put&associationLabel=Paid by", null, ids(ticket, company));
        assertThat(labels()).containsExactly("Paid by");
    }

    @Test
    void putDefaultListAndArchive() {
        assertThat(send(TICKETS + "putDefault", null, ids(ticket, company)).getException())
                .isNull();

        HubSpotPages pages = request(TICKETS + "list", ticket, HubSpotPages.class);
        assertThat(pages).singleElement().satisfies(link -> assertThat(
                        String.valueOf(((Map<?, ?>) link).get("toObjectId")))
                .isEqualTo(company));

        assertThat(send(TICKETS + "archive", null, ids(ticket, company)).getException())
                .isNull();
        assertThat(links()).isEmpty();
    }

    @Test
    void aBatchOfLinksByLabelNamesTheOneThatIsWrong() {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            inputs.add(Map.of("objectId", createTicket(), "toObjectId", company));
        }
        inputs.set(7, Map.of("objectId", inputs.get(7).get("objectId"), "toObjectId", "987654321"));

        BatchResult result = request(
                TICKETS + "batchPut&associationLabel=Reported by&batchFailure=report", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(29);
        assertThat(result.outcomes().stream().filter(outcome -> outcome.status() == OutcomeStatus.REJECTED))
                .extracting(BatchOutcome::index)
                .containsExactly(7L);
    }

    @Test
    void aBatchTakesHubSpotsOwnFormToo() {
        Map<String, Object> input = Map.of(
                "from", Map.of("id", ticket),
                "to", Map.of("id", company),
                "types",
                        List.of(
                                Map.of("associationCategory", "USER_DEFINED", "associationTypeId", reportedBy.typeId()),
                                Map.of(
                                        "associationCategory",
                                        "USER_DEFINED",
                                        "associationTypeId",
                                        String.valueOf(paidBy.typeId()))));

        BatchResult result = request(TICKETS + "batchPut", input, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(labels()).containsExactlyInAnyOrder("Reported by", "Paid by");
    }

    @Test
    void aBatchWithLabelModeAddKeepsTheLabelsOfEachLink() {
        simulator().crm().link("tickets", ticket, "companies", company, reportedBy);

        BatchResult result = request(
                TICKETS + "batchPut&associationLabel=Paid by&labelMode=add",
                List.of(Map.of("objectId", ticket, "toObjectId", company)),
                BatchResult.class);

        assertThat(result.failed()).isZero();
        assertThat(labels()).containsExactlyInAnyOrder("Reported by", "Paid by");
    }

    @Test
    void batchPutDefaultEndsOncePerLink() {
        List<Map<String, Object>> inputs = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> inputs.add(Map.of("objectId", createTicket(), "toObjectId", company)));

        BatchResult result = request(TICKETS + "batchPutDefault", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(5);
        assertThat(result.total()).isEqualTo(5);
    }

    @Test
    void batchGetReadsAllPagesAndFindsRecordsWithoutLinks() {
        simulator().settings().associationReadPage(10);
        String alone = createTicket();
        for (int i = 0; i < 25; i++) {
            String other = simulator()
                    .crm()
                    .create("companies", Map.of("name", "C" + i))
                    .id();
            simulator().crm().link("tickets", ticket, "companies", other);
        }

        BatchResult result = request(TICKETS + "batchGet", List.of(ticket, alone), BatchResult.class);

        assertThat(result.count(OutcomeStatus.FOUND)).isEqualTo(2);
        assertThat(result.failed()).isZero();
        assertThat(targets(result.outcomes().get(0))).hasSize(25);
        assertThat(targets(result.outcomes().get(1))).isEmpty();
    }

    @Test
    void batchArchiveAndBatchArchiveLabelsInEveryVersion() {
        for (String version : List.of("v3", "2026-03", "2026-09")) {
            simulator().crm().link("tickets", ticket, "companies", company, reportedBy, paidBy);
            List<Map<String, Object>> link = List.of(Map.of("objectId", ticket, "toObjectId", company));

            BatchResult unlabelled = request(
                    TICKETS + "batchArchiveLabels&associationLabel=Paid by&apiVersion=" + version,
                    link,
                    BatchResult.class);
            assertThat(unlabelled.count(OutcomeStatus.ARCHIVED)).isEqualTo(1);
            assertThat(labels()).containsExactly("Reported by");

            BatchResult archived = request(TICKETS + "batchArchive&apiVersion=" + version, link, BatchResult.class);
            assertThat(archived.count(OutcomeStatus.ARCHIVED)).isEqualTo(1);
            assertThat(links()).isEmpty();
        }
    }

    @Test
    void labelsAreListedAndCreated() {
        Object created =
                request(TICKETS + "createLabel", Map.of("name", "owned_by", "label", "Owned by"), Object.class);
        List<?> labels = request(TICKETS + "labels", null, List.class);

        assertThat(created).isInstanceOf(List.class);
        assertThat(labels)
                .extracting(label -> (Object) ((Map<?, ?>) label).get("label"))
                .contains("Owned by", "Reported by", "Paid by");
    }

    @Test
    void aBodyThatContradictsTheUriIsAnError() {
        Exchange exchange =
                send(TICKETS + "putDefault", Map.of("objectType", "deals", "objectId", ticket, "toObjectId", company));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectType")
                .hasMessageContaining("'deals'");
    }

    @Test
    void aTypeIsCheckedBeforeTheCall() {
        assertThat(send(TICKETS + "put", List.of(Map.of("associationCategory", "MINE", "associationTypeId", 1)), ids())
                        .getException())
                .hasMessageContaining("HUBSPOT_DEFINED, USER_DEFINED, INTEGRATOR_DEFINED, WORK");
        assertThat(send(
                                TICKETS + "put",
                                List.of(Map.of("associationCategory", "WORK", "associationTypeId", "0")),
                                ids())
                        .getException())
                .hasMessageContaining("2147483647");
        assertThat(calls()).isEmpty();
    }

    private Map<String, Object> ids() {
        return ids(ticket, company);
    }

    private static Map<String, Object> ids(String from, String to) {
        return new HashMap<>(Map.of(HubSpotConstants.OBJECT_ID, from, HubSpotConstants.TO_OBJECT_ID, to));
    }

    private List<Link> links() {
        return simulator().crm().links("tickets", ticket, "companies");
    }

    private List<String> labels() {
        return links().stream().flatMap(link -> link.labels().stream()).toList();
    }

    private static List<?> targets(BatchOutcome outcome) {
        return (List<?>) ((Map<?, ?>) outcome.record()).get("to");
    }

    private String createTicket() {
        return simulator()
                .crm()
                .create("tickets", Map.of("subject", "Help", "hs_pipeline_stage", "1"))
                .id();
    }
}
