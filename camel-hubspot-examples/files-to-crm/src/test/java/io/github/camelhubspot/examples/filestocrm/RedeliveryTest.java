// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that are delivered again: the same ones, and corrected ones. */
class RedeliveryTest {

    private static final List<String> TYPES = List.of("companies", "contacts", "tickets", "0-420");

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @TempDir
    private Path base;

    private HubSpotSimulator simulator;

    @BeforeEach
    void simulator() {
        simulator = HUBSPOT.simulator();
    }

    @Test
    void aSecondDeliveryOfTheSameFilesChangesNothing() throws Exception {
        Delivery.ofSamples(simulator, base);
        assertContentAsExpected();
        Map<String, Map<String, String>> ids = ids();

        simulator.clearCalls();
        Delivery second = Delivery.ofSamples(simulator, base);

        assertContentAsExpected();
        assertThat(ids()).isEqualTo(ids);
        assertThat(second.outcomes()).isEqualTo(Csv.expected("outcomes-of-second-delivery.csv"));
        assertThat(simulator.calls())
                .as("the account has all that is needed")
                .noneMatch(call -> call.method().equals("POST")
                        && (call.path().contains("/properties/") || call.path().endsWith("/labels")));
    }

    private void assertContentAsExpected() {
        CrmContent.assertSame(CrmContent.of(simulator, "companies"), CrmContent.expected("companies.csv"));
        CrmContent.assertSame(CrmContent.of(simulator, "contacts"), CrmContent.expected("contacts.csv"));
        CrmContent.assertSame(CrmContent.of(simulator, "0-420"), CrmContent.expected("listings.csv"));
        Map<String, Map<String, String>> tickets = CrmContent.expected("tickets.csv");
        Map<String, Map<String, List<String>>> links = new TreeMap<>();
        tickets.forEach((id, ticket) -> {
            String company = ticket.remove("company_external_id");
            links.put(id, company == null ? Map.of() : Map.of(company, List.of("Reported by")));
        });
        CrmContent.assertSame(CrmContent.of(simulator, "tickets"), tickets);
        CrmContent.assertSame(CrmContent.ticketLinks(simulator), links);
    }

    private Map<String, Map<String, String>> ids() {
        Map<String, Map<String, String>> ids = new TreeMap<>();
        TYPES.forEach(type -> ids.put(type, CrmContent.ids(simulator, type)));
        return ids;
    }

    @Test
    void correctedRejectedFilesAreAccepted() throws Exception {
        Delivery first = Delivery.ofSamples(simulator, base);
        correct(
                first,
                "companies.csv",
                Map.of(
                        "K-10017", Map.of("numberofemployees", "50"),
                        "K-10058", Map.of("industry", "MACHINERY"),
                        "K-10100", Map.of("fax", ""),
                        "K-10122", Map.of("annualrevenue", "1200000"),
                        "K-10151", Map.of("is_public", "true"),
                        "K-10184", Map.of("name", "Weiß & Söhne"),
                        "K-10202", Map.of("fax", "")));
        correct(
                first,
                "contacts.csv",
                Map.of(
                        "P-313", Map.of("email", "anna.schaefer@kunde13.example"),
                        "P-319", Map.of("email", "")));
        correct(
                first,
                "listings.json",
                Map.of(
                        "L-7012", Map.of("hs_price", "475000"),
                        "L-7021", Map.of("hs_name", "Atelier am Fluss"),
                        "L-7034", Map.of("hs_garage", ""),
                        "L-7048", Map.of("hs_list_date", "2026-02-28")));
        correct(
                first,
                "tickets.csv",
                Map.of(
                        "SUP-2007", Map.of("company_external_id", "K-10001"),
                        "SUP-2014", Map.of("hs_ticket_priority", "HIGH"),
                        "SUP-2023", Map.of("subject", "Fatura adresi yanlış (3)"),
                        // Its company is among the corrected ones.
                        "SUP-2031", Map.of(),
                        "SUP-2038", Map.of("hs_pipeline_stage", "1"),
                        "SUP-2064", Map.of("source_type", "PHONE")));
        correct(
                first,
                "tickets-updates.csv",
                Map.of(
                        "SUP-9999", Map.of("external_id", "SUP-2064"),
                        "SUP-2066", Map.of("hs_pipeline_stage", "4")));

        Delivery corrected = Delivery.ofInbox(simulator, base);

        assertThat(corrected.report().files())
                .hasSize(5)
                .allSatisfy(file -> assertThat(file.rejectedFile()).isNull())
                .allSatisfy(file -> assertThat(file.failure()).isNull());
        assertThat(simulator.crm().find("companies", "external_id", "K-10184"))
                .hasValueSatisfying(
                        company -> assertThat(company.property("name")).isEqualTo("Weiß & Söhne"));
        assertThat(simulator.crm().find("tickets", "external_id", "SUP-2064"))
                .hasValueSatisfying(
                        ticket -> assertThat(ticket.property("hs_resolution")).isEqualTo("Unbekannt"));
        assertThat(CrmContent.ticketLinks(simulator))
                .containsEntry("SUP-2007", Map.of("K-10001", List.of("Reported by")))
                .containsEntry("SUP-2031", Map.of("K-10058", List.of("Reported by")));
        assertThat(simulator.crm().records("companies")).hasSize(236);
        assertThat(simulator.crm().records("contacts")).hasSize(24);
        assertThat(simulator.crm().records("tickets")).hasSize(80);
        assertThat(simulator.crm().records("0-420")).hasSize(62);
    }

    /** Does what a person would: changes cells of the rejected file and puts it into the inbox. */
    private void correct(Delivery delivery, String file, Map<String, Map<String, String>> changes) throws Exception {
        Path rejected = delivery.file(file).rejectedFile();
        List<Map<String, String>> rows = Csv.read(rejected);
        assertThat(rows)
                .extracting(row -> row.get("external_id"))
                .containsExactlyInAnyOrderElementsOf(changes.keySet());
        for (Map<String, String> row : rows) {
            row.putAll(changes.get(row.get("external_id")));
        }
        Csv.write(base.resolve("inbox").resolve(rejected.getFileName()), rows);
    }

    @Test
    void aLinkThatIsMissingIsMadeAgainAndOtherLabelsStay() throws Exception {
        Delivery.ofSamples(simulator, base);
        String ticket = simulator
                .crm()
                .find("tickets", "external_id", "SUP-2001")
                .orElseThrow()
                .id();
        String company =
                simulator.crm().links("tickets", ticket, "companies").get(0).toObjectId();
        var label = simulator
                .crm()
                .defineLabel("tickets", "companies", "billed_to", "Billed to", null)
                .get(0);
        simulator.crm().link("tickets", ticket, "companies", company, label);

        Files.writeString(base.resolve("inbox/tickets.csv"), """
                external_id,company_external_id,subject,hs_pipeline_stage
                SUP-2001,%s,again,1
                SUP-2025,K-10001,again,1
                """.formatted(
                simulator.crm().record("companies", company).orElseThrow().property("external_id")));
        Delivery.ofInbox(simulator, base);

        assertThat(simulator.crm().links("tickets", ticket, "companies").get(0).labels())
                .containsExactlyInAnyOrder("Reported by", "Billed to");
        assertThat(CrmContent.ticketLinks(simulator))
                .containsEntry("SUP-2025", Map.of("K-10001", List.of("Reported by")));
    }

    @Test
    void troubleWithTheAccountEndsTheFileAndLeavesTheRestUnsent() throws Exception {
        Files.writeString(Folders.in(base).inbox().resolve("tickets.csv"), """
                external_id,company_external_id,subject,hs_pipeline_stage
                SUP-1,,One,1
                SUP-2,,Two,1
                SUP-3,,Three,1
                """);
        simulator.faults().next().matching("POST", "/crm/v3/objects/tickets").delay(java.time.Duration.ZERO);
        simulator.faults().always().matching("POST", "/crm/v3/objects/tickets").answer(401);

        Delivery delivery = Delivery.ofInbox(simulator, base);

        FileReport file = delivery.file("tickets.csv");
        assertThat(file.failure()).contains("401");
        assertThat(file.tally("tickets").records()).isEqualTo(2);
        assertThat(file.tally("tickets").count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(file.tally("tickets").count(OutcomeStatus.NOT_SENT)).isEqualTo(1);
        assertThat(Delivery.names(base.resolve("failed"))).hasSize(1);
        assertThat(simulator.crm().records("tickets")).hasSize(1);
    }

    @Test
    void anAccountThatCannotBePreparedIsLeftAlone() throws Exception {
        Samples.deliverTo(Folders.in(base).inbox());
        simulator.settings().withoutScopes("crm.schemas.companies.write");

        Delivery delivery = Delivery.ofInbox(simulator, base);

        assertThat(delivery.good()).isFalse();
        assertThat(delivery.report().files()).isEmpty();
        assertThat(Delivery.names(base.resolve("inbox"))).hasSize(Samples.NAMES.size());
    }
}
