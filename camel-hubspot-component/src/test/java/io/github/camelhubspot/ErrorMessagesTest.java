// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages say what to do about an error, and hold nothing of the records. */
class ErrorMessagesTest extends SimulatorTestSupport {

    @Test
    void aWaitThatIsTooLongIsSaidInTheMessage() {
        simulator().faults().next().rateLimited("TEN_SECONDLY_ROLLING", Duration.ofHours(1));

        Exchange exchange = send("hubspot:objects/companies?operation=create", Map.of("name", "Acme"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotRateLimitException.class)
                .hasMessageContaining("3600 seconds")
                .hasMessageContaining("maxRetryDelay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "batchCreate"})
    void textThatIsNoJsonIsNotQuoted(String operation) {
        Exchange exchange = send("hubspot:objects/contacts?operation=" + operation, "{\"email\": john.secret@x.com}");

        assertThat(exchange.getException()).hasMessageContaining("line 1").hasMessageNotContaining("john");
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("john");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e30000000", "1e999999999", "1e-999999999"})
    void aNumberThatWouldFillTheMemoryIsRefused(String number) {
        Exchange exchange = send("hubspot:objects/companies?operation=create", "{\"name\": " + number + "}");

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'name'");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aMissingPartOfThePathNamesItsOptionAndItsHeader() {
        assertThat(send("hubspot:objects?operation=get&objectId=1", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectType")
                .hasMessageContaining(HubSpotConstants.OBJECT_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objects/contacts?operation=list&outputClass=java.lang.String",
                "objects/contacts?operation=batchCreate&batchFailure=throw&rejectedUri=mock:rejected",
                "objects/contacts?operation=list&limit=80&propertiesWithHistory=email",
                "associations/contacts?toObjectType=companies&operation=put&associationLabel=Boss&associationTypeId=1"
            })
    void anOptionThatCannotHaveAnEffectIsRefusedAtTheStart(String uri) {
        assertThatThrownBy(() ->
                        context.getEndpoint("hubspot:" + uri).createProducer().start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The option");
    }
}
