// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.examples.common.Account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which account the program writes to. */
class AccountsTest {

    private static final Map<String, String> DATABASE_ONLY = Map.of("DATABASE_URL", "jdbc:postgresql://localhost/test");

    @Test
    void rowsOfOnesOwnDatabaseAreNotForTheSimulator() {
        assertThatThrownBy(() -> DatabaseToCrm.account("watch", DATABASE_ONLY))
                .hasMessageContainingAll("DATABASE_URL", "HUBSPOT_ACCESS_TOKEN");
    }

    @Test
    void theSamplesAre() {
        try (Account account = DatabaseToCrm.account("once", DATABASE_ONLY)) {
            assertThat(account.description()).contains("simulator");
        }
        try (Account account = DatabaseToCrm.account("watch", Map.of())) {
            assertThat(account.description()).contains("simulator");
        }
    }
}
