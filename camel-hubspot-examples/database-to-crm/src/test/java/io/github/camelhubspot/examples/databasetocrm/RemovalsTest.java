// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is deleted in the tables, or in HubSpot. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RemovalsTest extends DatabaseTestSupport {

    @Test
    void aDeletedRowIsArchived() throws Exception {
        send();
        database.run("""
                delete from people where person_id = 'P-301';
                delete from customers where customer_id = 'K-1001';
                delete from people where person_id = 'P-304';
                """);

        send();

        assertThat(crm.archived("companies")).containsExactly("K-1001");
        assertThat(crm.archived("contacts")).containsExactly("P-301");
        crm.assertEqualsTables("K-1007");
        assertThat(jdbc.queryForList("""
                        select external_id || ' ' || status from outbox where change_id in (
                            select max(change_id) from outbox where kind <> 'links' group by external_id)
                        and external_id in ('P-301', 'K-1001', 'P-304')""", String.class))
                .containsExactlyInAnyOrder("P-301 ARCHIVED", "K-1001 ARCHIVED", "P-304 NOT_FOUND");
    }

    @Test
    void aRowThatIsDeletedAndInsertedAnewStaysTheSameRecord() throws Exception {
        send();
        String before = crm.id("contacts", "P-314");
        hubSpot.clearCalls();
        database.run("""
                delete from people where person_id = 'P-314';
                insert into people (person_id, customer_id, last_name) values ('P-314', 'K-1002', 'Kowalska');
                """);

        send();

        assertThat(crm.id("contacts", "P-314")).isEqualTo(before);
        assertThat(sent.calls(Sent.ARCHIVE_CONTACTS)).isEmpty();
        crm.assertEqualsTables("K-1007", "P-304");
    }

    @Test
    void aDeletedPersonLeavesTheAddressToTheNext() throws Exception {
        send();
        database.run("""
                insert into people (person_id, customer_id, email) values ('P-399', 'K-1002', null);
                delete from people where person_id = 'P-314';
                update people set email = 'maja.kowalczyk@freelance.example' where person_id = 'P-399';
                """);

        send();

        crm.assertEqualsTables("K-1007", "P-304");
    }

    @Test
    void whatOthersRemovedInHubSpotComesAgainWithItsLinks() throws Exception {
        send();
        hubSpot.crm().archive("companies", crm.id("companies", "K-1004"));
        hubSpot.crm().archive("contacts", crm.id("contacts", "P-303"));
        database.run("""
                update customers set city = 'Ankara' where customer_id = 'K-1004';
                update people set job_title = 'Leitung Einkauf' where person_id = 'P-303';
                """);

        send();

        crm.assertEqualsTables("K-1007", "P-304");
        assertThat(hubSpot.crm().links("companies", crm.id("companies", "K-1004"), "contacts"))
                .hasSize(2);
    }
}
