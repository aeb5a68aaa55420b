// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;

/** What changes in the tables changes in HubSpot, and nothing else is sent. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChangesTest extends DatabaseTestSupport {

    private static final String[] REFUSED = {"K-1007", "P-304"};

    @Test
    void theFirstRunSendsEveryRow() throws Exception {
        send();

        crm.assertEqualsTables(REFUSED[0], REFUSED[1], "P-310 K-1007");
        assertThat(jdbc.queryForList("""
                        select kind || ' ' || coalesce(status, 'open') || ' ' || count(*) from outbox
                        group by kind, status""", String.class))
                .containsExactlyInAnyOrder(
                        "companies CREATED 9",
                        "companies REJECTED 1",
                        "contacts CREATED 13",
                        "contacts REJECTED 1",
                        "links CREATED 11",
                        "links open 2");
    }

    @Test
    void everyOutcomeIsWrittenBack() throws Exception {
        send();

        Map<String, Object> created = change("K-1001");
        assertThat(created)
                .containsEntry("status", "CREATED")
                .containsEntry("hubspot_id", crm.id("companies", "K-1001"))
                .containsEntry("error_category", null)
                .containsEntry("done", true);
        assertThat(created.get("sent_at")).isNotNull();
        Map<String, Object> rejected = change("K-1007");
        assertThat(rejected)
                .containsEntry("status", "REJECTED")
                .containsEntry("hubspot_id", null)
                .containsEntry("error_category", "VALIDATION_ERROR")
                .containsEntry("done", true);
        assertThat(rejected.get("error_message")).asString().contains("SPACE_MINING");
        assertThat(sent.calls(Sent.UPSERT_COMPANIES))
                .extracting(RecordedCall::correlationId)
                .contains((String) rejected.get("correlation_id"));
    }

    private Map<String, Object> change(String externalId) {
        return jdbc.queryForMap("select * from outbox where external_id = ? and kind <> 'links'", externalId);
    }

    @Test
    void aSecondRunWithoutChangesSendsNothing() throws Exception {
        send();
        hubSpot.clearCalls();

        send();

        assertThat(sent.ofRecords()).isEmpty();
    }

    @Test
    void exactlyTheChangedRowsAreSent() throws Exception {
        send();
        String archivedCompany = crm.id("companies", "K-1010");
        String left = crm.id("contacts", "P-308") + " " + crm.id("companies", "K-1005");
        String goneWithItsCompany = crm.id("contacts", "P-313") + " " + archivedCompany;
        hubSpot.clearCalls();
        database.script("changes.sql");

        send();

        assertThat(sent.ids(Sent.UPSERT_COMPANIES)).containsExactlyInAnyOrder("K-1002", "K-1007", "K-1011");
        assertThat(sent.ids(Sent.UPSERT_CONTACTS).stream().distinct())
                .as("P-312 is refused, and P-304 and P-315 may be sent again without it")
                .containsExactlyInAnyOrder("P-304", "P-315", "P-312");
        assertThat(sent.ids(Sent.ARCHIVE_COMPANIES)).containsExactly(archivedCompany);
        assertThat(sent.ids(Sent.ARCHIVE_CONTACTS)).isEmpty();
        assertThat(sent.links(Sent.LINK))
                .containsExactlyInAnyOrder(
                        link("P-304", "K-1002"),
                        link("P-308", "K-1003"),
                        link("P-310", "K-1007"),
                        link("P-315", "K-1011"));
        // Whether the link of the deleted customer is removed, or goes with the company, is left to chance.
        assertThat(sent.links(Sent.UNLINK)).contains(left).isSubsetOf(left, goneWithItsCompany);
        assertThat(crm.property("contacts", "P-312", "email")).isEqualTo("nuno.garcia@nunez-vinos.example");
        jdbc.update("update people set email = 'nuno.garcia@nunez-vinos.example' where person_id = 'P-312'");
        crm.assertEqualsTables();
        assertThat(jdbc.queryForObject("select count(*) from outbox where not done", Long.class))
                .as("the change of a moment ago")
                .isEqualTo(1);
    }

    private String link(String person, String customer) {
        return crm.id("contacts", person) + " " + crm.id("companies", customer);
    }

    @Test
    void aRejectedRowIsSentAgainOnlyWhenItChanges() throws Exception {
        send();
        hubSpot.clearCalls();
        jdbc.update("update customers set city = 'Odense' where customer_id = 'K-1001'");

        send();

        assertThat(sent.ids(Sent.UPSERT_COMPANIES)).containsExactly("K-1001");

        hubSpot.clearCalls();
        jdbc.update("update customers set city = 'Paris' where customer_id = 'K-1007'");

        send();

        assertThat(sent.ids(Sent.UPSERT_COMPANIES).stream().distinct()).containsExactly("K-1007");
        assertThat(jdbc.queryForList("select status from outbox where external_id = 'K-1007'", String.class))
                .containsExactly("REJECTED", "REJECTED");
    }

    @Test
    void aLinkWaitsForItsCompany() throws Exception {
        send();
        String person = crm.id("contacts", "P-310");
        assertThat(hubSpot.crm().links("contacts", person, "companies")).isEmpty();
        hubSpot.clearCalls();
        jdbc.update("update customers set industry = 'AVIATION_AEROSPACE' where customer_id = 'K-1007'");

        send();

        assertThat(sent.links(Sent.LINK)).containsExactly(link("P-310", "K-1007"));
        assertThat(sent.calls(Sent.UPSERT_CONTACTS)).isEmpty();
        crm.assertEqualsTables("P-304");
    }

    @Test
    void anAddressThatAnotherContactHasIsAConflict() {
        String other = hubSpot.crm()
                .create("contacts", Map.of("email", "soren.orsted@oresund-optik.example", "firstname", "S."))
                .id();

        send();

        assertThat(change("P-301"))
                .containsEntry("status", "REJECTED")
                .containsEntry("error_category", "CONFLICT")
                .containsEntry("done", true);
        assertThat(hubSpot.crm().record("contacts", other).orElseThrow().property("firstname"))
                .isEqualTo("S.");
    }
}
