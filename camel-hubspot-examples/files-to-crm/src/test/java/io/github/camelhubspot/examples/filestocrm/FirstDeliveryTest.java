// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample files, delivered once to a fresh account. */
class FirstDeliveryTest {

    @TempDir
    private static Path base;

    private static final HubSpotSimulator SIMULATOR = new HubSpotSimulator();
    private static Delivery delivery;

    @BeforeAll
    static void deliver() throws Exception {
        SIMULATOR.start();
        delivery = Delivery.ofSamples(SIMULATOR, base);
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void everyRecordHasExactlyOneOutcome() {
        assertThat(delivery.outcomes()).isEqualTo(Csv.expected("outcomes.csv"));
        assertThat(delivery.good()).isTrue();
        assertThat(new SummaryTable(delivery.report()))
                .asString()
                .contains(
                        "516 records and links in = 461 created + 27 updated + 7 skipped + 3 not found + 18 rejected; "
                                + "nothing unaccounted for");
    }

    @Test
    void theInboxIsEmptyAndTheTruncatedFileTellsWhereItBreaksOff() {
        assertThat(Delivery.names(base.resolve("inbox"))).isEmpty();
        assertThat(delivery.file("listings-archive.json").failure()).isEqualTo("The JSON cannot be read past line 126");
    }

    @Test
    void theAccountHoldsWhatTheFilesSay() {
        CrmContent.assertSame(CrmContent.of(SIMULATOR, "companies"), CrmContent.expected("companies.csv"));
        CrmContent.assertSame(CrmContent.of(SIMULATOR, "0-420"), CrmContent.expected("listings.csv"));
    }

    @Test
    void rejectedRecordsAreTheBadOnesAndNameTheReason() {
        List<String> rejected = new ArrayList<>();
        for (FileReport file : delivery.report().files()) {
            for (Map<String, String> row : rejectedRows(file)) {
                rejected.add(String.join(
                        ",",
                        file.name(),
                        row.get("external_id"),
                        row.get("rejected_outcome"),
                        row.get("rejected_properties")));
            }
        }
        assertThat(rejected)
                .containsExactlyInAnyOrderElementsOf(Csv.expected("rejected.csv").stream()
                        .map(row -> String.join(
                                ",", row.get("file"), row.get("external_id"), row.get("outcome"), row.get("property")))
                        .toList());
    }

    @Test
    void eachRejectionStandsInTheCallLog() {
        for (FileReport file : delivery.report().files()) {
            for (Map<String, String> row : rejectedRows(file)) {
                RecordedCall call = SIMULATOR.calls().stream()
                        .filter(one -> row.get("rejected_correlation_id").equals(one.correlationId()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No call for " + row));
                assertThat(call.status()).asString().isEqualTo(row.get("rejected_status"));
                assertThat(call.responseJson().findValuesAsText("message")).contains(row.get("rejected_error"));
                assertThat(call.responseJson().findValuesAsText("category")).contains(row.get("rejected_category"));
                assertThat(call.path() + call.body()).contains(inCall(file, row));
            }
        }
    }

    /** The call about the company, where that is what was not found; else the call about the record. */
    private static String inCall(FileReport file, Map<String, String> row) {
        boolean company =
                file.name().equals("tickets.csv") && row.get("rejected_outcome").equals("NOT_FOUND");
        return row.get(company ? "company_external_id" : "external_id");
    }

    @Test
    void theErrorNamesHubSpotsCode() {
        Map<String, String> errors = new TreeMap<>();
        delivery.report().files().forEach(file -> rejectedRows(file)
                .forEach(row -> errors.put(file.name() + row.get("external_id"), row.get("rejected_error"))));
        for (Map<String, String> row : Csv.expected("rejected.csv")) {
            assertThat(errors.get(row.get("file") + row.get("external_id"))).contains(row.get("code"));
        }
    }

    @Test
    void whatTheAccountLackedIsCreatedFirst() {
        assertThat(calls("POST", "/crm/v3/properties/companies")).hasSize(1);
        assertThat(calls("POST", "/crm/v3/properties/contacts")).hasSize(1);
        assertThat(calls("POST", "/crm/v3/properties/tickets")).hasSize(1);
        assertThat(calls("POST", "/crm/v3/properties/0-420")).hasSize(1);
        assertThat(calls("POST", "/crm/v4/associations/tickets/companies/labels"))
                .hasSize(1);
        assertThat(SIMULATOR
                        .crm()
                        .property("0-420", "external_id")
                        .orElseThrow()
                        .hasUniqueValue())
                .isTrue();
    }

    @Test
    void ticketsCostTwoCallsEachAndOneForTheirCompanies() {
        assertThat(calls("POST", "/crm/v3/objects/tickets")).hasSize(82);
        assertThat(calls("POST", "/crm/v3/objects/companies/batch/read")).hasSize(1);
        assertThat(calls("PUT", "/crm/v4/objects/tickets/\\d+/associations/companies/\\d+"))
                .hasSize(75);
        assertThat(calls("GET", "/crm/v3/objects/tickets/.*")).hasSize(2);
    }

    @Test
    void eachCallOfTheRoutesIsOnTheWire() {
        assertThat(calls("POST", "/crm/v3/objects/companies/batch/create")).hasSizeLessThan(10);
        assertThat(calls("POST", "/crm/v3/objects/0-420")).hasSize(63);
        assertThat(calls("PATCH", "/crm/v3/objects/tickets/.*")).hasSize(29).allSatisfy(call -> assertThat(call.query())
                .isEqualTo("idProperty=external_id"));
    }

    private static List<RecordedCall> calls(String method, String path) {
        return SIMULATOR.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().matches(path))
                .toList();
    }

    private static List<Map<String, String>> rejectedRows(FileReport file) {
        return file.rejectedFile() == null ? List.of() : Csv.read(file.rejectedFile());
    }
}
