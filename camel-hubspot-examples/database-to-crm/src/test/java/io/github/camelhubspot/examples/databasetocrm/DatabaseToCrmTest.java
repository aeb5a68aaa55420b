// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.camelhubspot.examples.common.Account;
import io.github.camelhubspot.simulator.HubSpotSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as it is started, with the database that it brings. */
class DatabaseToCrmTest {

    @TempDir
    Path folder;

    @Test
    @DisabledIfEnvironmentVariable(named = "HUBSPOT_ACCESS_TOKEN", matches = ".+", disabledReason = "a real account")
    @DisabledIfEnvironmentVariable(named = "DATABASE_URL", matches = ".+", disabledReason = "a database of one's own")
    void startsTheSimulatorSendsTheSamplesAndEnds() throws Exception {
        DatabaseToCrm.main(new String[] {folder.toString()});

        try (Database written = Database.of(Map.of(), folder)) {
            JdbcTemplate rows = new JdbcTemplate(written.dataSource());
            assertThat(rows.queryForObject("select count(*) from outbox where done", Long.class))
                    .isGreaterThan(45);
            assertThat(rows.queryForObject("select count(*) from outbox where not done", Long.class))
                    .isZero();
        }
    }

    @Test
    void anAccountThatCannotBePreparedIsLeftAlone() throws Exception {
        try (HubSpotSimulator hubSpot = new HubSpotSimulator().start();
                Database database = Database.of(Map.of(), folder)) {
            hubSpot.settings().withoutScopes("crm.schemas.companies.write");
            database.recreate();

            assertThat(new DatabaseToCrm(database, Account.of(hubSpot), program -> {}).run())
                    .isFalse();

            assertThat(new JdbcTemplate(database.dataSource())
                            .queryForList("select distinct done from outbox", Boolean.class))
                    .isEqualTo(List.of(false));
        }
    }

    @Test
    void tablesThatAreThereStay() throws Exception {
        try (Database database = Database.of(Map.of(), folder)) {
            JdbcTemplate rows = new JdbcTemplate(database.dataSource());
            database.createIfMissing();
            rows.update("delete from customers where customer_id = 'K-1001'");

            database.createIfMissing();

            assertThat(rows.queryForObject("select count(*) from customers", Long.class))
                    .isEqualTo(9);
        }
    }
}
