// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.common;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which account an example works with. */
class AccountTest {

    @Test
    void aTokenOpensARealAccountAndIsNotTold() {
        try (Account account = Account.of("pat-na1-secret")) {
            assertThat(account.baseUrl()).isEqualTo("https://api.hubapi.com");
            assertThat(account.accessToken()).isEqualTo("pat-na1-secret");
            assertThat(account.description()).doesNotContain("pat-na1");
        }
    }

    @Test
    void whatIsRealIsNotForASimulator() {
        assertThatThrownBy(() -> Account.real(" ", "BROKER_URL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("HUBSPOT_ACCESS_TOKEN", "BROKER_URL");
        try (Account account = Account.real("pat-na1-secret", "BROKER_URL")) {
            assertThat(account.baseUrl()).isEqualTo("https://api.hubapi.com");
        }
    }

    @Test
    void withoutATokenItIsASimulator() {
        try (Account account = Account.of(" ")) {
            assertThat(account.baseUrl()).startsWith("http://127.0.0.1:");
            assertThat(account.description()).contains("simulator");
        }
    }
}
