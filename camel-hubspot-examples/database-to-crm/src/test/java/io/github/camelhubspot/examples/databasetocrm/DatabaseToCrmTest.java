// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.camelhubspot.examples.common.Account;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as it is started, and what it shows. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DatabaseToCrmTest extends DatabaseTestSupport {

    @Test
    void showsThatExactlyTheChangedRowsAreSent() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

        assertThat(new DatabaseToCrm(database, Account.of(hubSpot), new Demonstration(database, out)).run())
                .isTrue();

        String text = shown.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("companies  CREATED     9", "links      waits       2")
                .containsOnlyOnce("0 changes left to send");
        assertThat(text.substring(text.indexOf("What that put")).lines().filter(line -> line.startsWith("c")))
                .extracting(line -> line.substring(0, 34).strip())
                .containsExactlyInAnyOrder(
                        "change     of            outcome",
                        "companies  K-1002        UPDATED",
                        "companies  K-1007        CREATED",
                        "companies  K-1010        ARCHIVED",
                        "companies  K-1011        CREATED",
                        "contacts   P-304         CREATED",
                        "contacts   P-312         REJECTED",
                        "contacts   P-315         CREATED");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "HUBSPOT_ACCESS_TOKEN", matches = ".+", disabledReason = "a real account")
    @DisabledIfEnvironmentVariable(named = "DATABASE_URL", matches = ".+", disabledReason = "a database of one's own")
    void startsTheSimulatorSendsTheSamplesAndEnds(@TempDir Path folder) throws Exception {
        DatabaseToCrm.main(new String[] {folder.toString()});

        try (Database written = Database.of(Map.of(), folder)) {
            JdbcTemplate rows = new JdbcTemplate(written.dataSource());
            assertThat(rows.queryForObject("select count(*) from outbox where done", Long.class))
                    .isGreaterThan(45);
            assertThat(rows.queryForObject("select count(*) from outbox where not done", Long.class))
                    .isZero();
        }
    }
}
