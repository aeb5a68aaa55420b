// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions of properties. */
class PropertiesTest extends SimulatorTestSupport {

    private static final Map<String, Object> EXTERNAL_ID = Map.of(
            "name", "external_id",
            "label", "External id",
            "type", "string",
            "fieldType", "text",
            "groupName", "companyinformation",
            "hasUniqueValue", true);

    @Test
    void aDefinitionIsSentAsGivenAndRead() {
        assertThat(send("hubspot:properties/companies?operation=create", EXTERNAL_ID)
                        .getException())
                .isNull();
        assertThat(lastCall().bodyJson().path("hasUniqueValue").isBoolean()).isTrue();

        Map<?, ?> read =
                request("hubspot:properties/companies?operation=get&objectId=external_id", "any body", Map.class);

        assertThat(read.get("hasUniqueValue")).isEqualTo(true);
        assertThat((List<?>) request("hubspot:properties/companies?operation=list", null, List.class))
                .extracting(definition -> (Object) ((Map<?, ?>) definition).get("name"))
                .contains("external_id", "name");
    }

    @Test
    void aDefinitionThatIsThereIsAConflict() {
        send("hubspot:properties/companies?operation=create", EXTERNAL_ID);

        assertThat(send("hubspot:properties/companies?operation=create", EXTERNAL_ID)
                        .getException())
                .isInstanceOf(HubSpotConflictException.class);
    }

    @ParameterizedTest
    @CsvSource({"v3,/crm/v3/properties/companies/external_id", "2026-03,/crm/properties/2026-03/companies/external_id"})
    void aDefinitionIsArchived(String version, String path) {
        send("hubspot:properties/companies?operation=create", EXTERNAL_ID);

        Exchange archived =
                send("hubspot:properties/companies?operation=archive&objectId=external_id&apiVersion=" + version, null);

        assertThat(archived.getException()).isNull();
        assertThat(lastCall().method()).isEqualTo("DELETE");
        assertThat(lastCall().path()).isEqualTo(path);
        assertThat(send("hubspot:properties/companies?operation=get&objectId=external_id&notFound=empty", null)
                        .getMessage()
                        .getBody())
                .isNull();
    }

    @Test
    void aMissingNameIsToldBeforeTheCall() {
        assertThat(send("hubspot:properties/companies?operation=get", "external_id")
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectId");
        assertThat(calls()).isEmpty();
    }
}
