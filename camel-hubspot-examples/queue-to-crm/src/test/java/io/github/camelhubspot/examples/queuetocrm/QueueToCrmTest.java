// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.examples.common.Account;
import io.github.camelhubspot.simulator.HubSpotSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The program as it is started. */
@Timeout(120)
class QueueToCrmTest {

    @Test
    void messagesOfOnesOwnBrokerAreNotForTheSimulator() {
        assertThatThrownBy(() -> QueueToCrm.account("tcp://localhost:61616", null))
                .hasMessageContainingAll("BROKER_URL", "HUBSPOT_ACCESS_TOKEN");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theDemonstrationAccountsForEveryMessageAndEnds(Way way, @TempDir Path folder) throws Exception {
        try (HubSpotSimulator hubSpot = new HubSpotSimulator().start()) {
            Summary summary = QueueToCrm.demonstrate(way, folder, Account.of(hubSpot));

            assertThat(summary.complete()).isTrue();
            assertThat(summary.deadLetters()).hasSameSizeAs(Leads.bad());
            assertThat(hubSpot.crm().records("contacts")).hasSize((int) summary.written());
            assertThat(summary.toString()).contains("Every message is in the CRM or among the dead letters.");
        }
    }
}
