// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** One behaviour in all versions of the API, and what 2026-09 does of its own: it puts dates right, and keeps the account's rules. */
class ApiVersionsTest extends SimulatorTestSupport {

    private static final String NEW = "&apiVersion=2026-09";

    private void defineDate() {
        simulator().crm().defineProperty("companies", PropertyDefinition.date("founded"));
    }

    private static HubSpotWarning onlyWarning(Object warnings) {
        assertThat(warnings)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        return (HubSpotWarning) ((List<?>) warnings).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void aDateThatHubSpotPutsRightIsAWarning(String operation) {
        defineDate();
        defineExternalId();

        Exchange written = send(
                "hubspot:objects/companies?idProperty=external_id&operation=" + operation + NEW,
                Map.of("name", "Acme", "external_id", "7", "founded", "2026-01-01T10:00:00Z"));

        assertThat(written.getException()).isNull();
        HubSpotWarning warning = onlyWarning(written.getMessage().getHeader(HubSpotConstants.WARNINGS));
        assertThat(warning.category()).isEqualTo("PROPERTY_VALUE_NORMALIZED");
        assertThat(warning.context())
                .containsEntry("propertyName", "founded")
                .containsEntry("normalizedValue", "2026-01-01");
    }

    @Test
    void inABatchEachOutcomeHasItsWarnings() {
        defineDate();

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate" + NEW,
                List.of(
                        Map.of("name", "Acme", "founded", "2026-01-01T10:00:00Z"),
                        Map.of("name", "Beta", "founded", "2026-01-01")),
                BatchResult.class);

        assertThat(onlyWarning(result.outcomes().get(0).warnings()).context()).containsEntry("propertyName", "founded");
        assertThat(result.outcomes().get(1).warnings()).isEmpty();
    }

    @Test
    void messagesThatShareACallHaveTheirOwnWarnings() {
        defineDate();

        Exchange written = send(
                "hubspot:objects/companies?operation=create&microBatch=true&microBatchDelay=1ms" + NEW,
                Map.of("name", "Acme", "founded", "2026-01-01T10:00:00Z"));

        assertThat(onlyWarning(written.getMessage().getHeader(HubSpotConstants.WARNINGS))
                        .category())
                .isEqualTo("PROPERTY_VALUE_NORMALIZED");
    }

    @Test
    void aWarningDoesNotStayForTheNextStep() {
        defineDate();
        Exchange written = send(
                "hubspot:objects/companies?operation=create" + NEW,
                Map.of("name", "Acme", "founded", "2026-01-01T10:00:00Z"));

        Exchange next = send(
                "hubspot:objects/companies?operation=create" + NEW,
                Map.of("name", "Beta"),
                Map.of(HubSpotConstants.WARNINGS, written.getMessage().getHeader(HubSpotConstants.WARNINGS)));

        assertThat(next.getMessage().getHeader(HubSpotConstants.WARNINGS)).isNull();
    }

    @Test
    void aRuleOfTheAccountHasAnExceptionOfItsOwn() throws IOException {
        simulator()
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("tax_number").requiredOnCreate());
        simulator()
                .crm()
                .defineProperty("companies", PropertyDefinition.string("reason").requiredWhen("industry", "OTHER"));
        Map<String, Object> record = Map.of("name", "Acme");

        assertThat(send("hubspot:objects/companies?operation=create", record).getException())
                .isNull();
        assertThat(send("hubspot:objects/companies?operation=create&apiVersion=2026-03", record)
                        .getException())
                .isNull();
        assertThat(send("hubspot:objects/companies?operation=create" + NEW, record)
                        .getException())
                .isInstanceOf(HubSpotRecordRuleException.class)
                .hasMessageContaining("tax_number")
                .hasMessageContaining("MISSING_REQUIRED_PROPERTY")
                .hasMessageContaining("rule of the account")
                .hasMessageContaining("(docs: " + FailureExceptions.RECORD_RULE_DOCS + ")");
        assertThat(Files.readString(Path.of("../docs/errors.md"))).contains("\n## record_rule\n");
    }

    @Test
    void aRuleWithAConditionCountsForUpdatesToo() {
        simulator().crm().defineProperty("companies", PropertyDefinition.string("kind"));
        simulator()
                .crm()
                .defineProperty("companies", PropertyDefinition.string("reason").requiredWhen("kind", "odd"));
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        String update = "hubspot:objects/companies?operation=update&objectId=" + id;

        assertThat(send(update + NEW, Map.of("kind", "odd")).getException())
                .isInstanceOf(HubSpotRecordRuleException.class)
                .hasMessageContaining("MISSING_CONDITIONAL_REQUIRED_PROPERTY")
                .hasMessageContaining("reason");
        assertThat(send(update + NEW, Map.of("kind", "odd", "reason", "so")).getException())
                .isNull();
    }

    @Test
    void inABatchTheRecordThatBreaksARuleIsRejectedWithItsCode() {
        simulator()
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("tax_number").requiredOnCreate());

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate&batchFailure=report" + NEW,
                List.of(Map.of("name", "Acme"), Map.of("name", "Beta", "tax_number", "7")),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        assertThat(result.outcomes().get(0).error().recordRule()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void idsOfLinksAreTextsInEveryVersion(String version) {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
        String company =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        simulator().crm().link("contacts", contact, "companies", company);

        Iterable<?> links = request(
                "hubspot:associations/contacts?toObjectType=companies&operation=list&apiVersion=" + version,
                contact,
                Iterable.class);
        assertThat(links)
                .extracting(link -> ((Map<?, ?>) link).get("toObjectId"))
                .isEqualTo(List.of(company));
        BatchResult result = request(
                "hubspot:associations/contacts?toObjectType=companies&operation=batchGet&apiVersion=" + version,
                List.of(contact),
                BatchResult.class);
        Map<?, ?> found = (Map<?, ?>) result.outcomes().get(0).record();
        assertThat(((Map<?, ?>) ((List<?>) found.get("to")).get(0)).get("toObjectId"))
                .isEqualTo(company);
    }
}
