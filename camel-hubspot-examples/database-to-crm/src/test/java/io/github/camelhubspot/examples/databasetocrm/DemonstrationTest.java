// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.examples.common.Account;

import static org.assertj.core.api.Assertions.assertThat;

/** What the program shows with its sample rows. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DemonstrationTest extends DatabaseTestSupport {

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
                .extracting(line -> line.replaceAll("^(\\S+ +\\S+ +\\S+).*", "$1"))
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
}
