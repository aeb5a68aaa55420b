// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.Link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Records named by a property instead of their id: {@code email=a@example.com}, {@code company.domain=acme.com}. */
class NaturalKeysTest extends SimulatorTestSupport {

    private static final String LINKS = "hubspot:associations/contacts?toObjectType=companies&operation=";
    private static final String CONTACTS = "hubspot:objects/contacts?operation=";
    private static final String COMPANIES = "hubspot:objects/companies?operation=";

    // The record's own id

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void getAndUpdateByAUniquePropertyLookNothingUp(String version) {
        String id = contact("a@example.com");

        Map<?, ?> read = request(CONTACTS + "get&apiVersion=" + version, "email=a@example.com", Map.class);
        Exchange update = send(
                CONTACTS + "update&apiVersion=" + version,
                Map.of("firstname", "Ann"),
                Map.of(HubSpotConstants.OBJECT_ID, "contact.email=a@example.com"));

        assertThat(read.get("id")).isEqualTo(id);
        assertThat(update.getException()).isNull();
        assertThat(property("contacts", id, "firstname")).isEqualTo("Ann");
        assertThat(calls()).hasSize(2).allSatisfy(call -> assertThat(call.query())
                .contains("idProperty=email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void archiveByAKeyLooksTheRecordUp(String version) {
        String id = contact("a@example.com");

        Exchange exchange = send(CONTACTS + "archive&apiVersion=" + version, "email=a@example.com");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().crm().record("contacts", id)).isEmpty();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aPropertyThatIsNotUniqueIsSearchedFor() {
        String id = company("Acme.com");

        assertThat(request(COMPANIES + "get", "domain=ACME.com", Map.class).get("id"))
                .isEqualTo(id);
        assertThat(send(COMPANIES + "update&objectId=company.domain=acme.com", Map.of("city", "Paris"))
                        .getException())
                .isNull();

        assertThat(property("companies", id, "city")).isEqualTo("Paris");
        assertThat(searches()).isNotEmpty();
    }

    @Test
    void aRecordThatDoesNotExistIsNotFound() {
        Exchange exchange = send(COMPANIES + "archive", "domain=nobody.example");

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotNotFoundException.class)
                .hasMessageContaining("companies")
                .hasMessageContaining("'domain'");
        assertThat(exchange.getException().getMessage()).doesNotContain("nobody.example");
        assertThat(send(COMPANIES + "get&notFound=empty", "domain=nobody.example")
                        .getMessage()
                        .getBody())
                .isNull();
    }

    @Test
    void severalRecordsAreAnErrorAndNeverAChoice() {
        company("acme.com");
        company("acme.com");

        assertThat(send(COMPANIES + "archive", "domain=acme.com").getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("several records of companies");
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void whatIsWrongWithAKeyIsToldBeforeTheCall() {
        assertThat(send(CONTACTS + "get", "company.domain=acme.com").getException())
                .hasMessageContaining("company.domain=…")
                .hasMessageContaining("contacts");
        assertThat(send(CONTACTS + "get", "email=").getException()).hasMessageContaining("'email='");
        assertThat(calls()).isEmpty();
        assertThat(send(COMPANIES + "archive", "no_such=x").getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("'no_such'");
    }

    @Test
    void whereIdPropertyIsSetTheIdIsAValueOfIt() {
        defineExternalId();
        String id = simulator()
                .crm()
                .create("companies", Map.of("name", "A", "external_id", "domain=x"))
                .id();

        assertThat(request(COMPANIES + "get&idProperty=external_id", "domain=x", Map.class)
                        .get("id"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void batchesTakeIdsAndKeysTogether(String version) {
        defineExternalId();
        String one = company("one.example");
        String two = simulator()
                .crm()
                .create("companies", Map.of("name", "Two", "external_id", "X-2"))
                .id();
        String three = company("three.example");
        company("twice.example");
        company("twice.example");
        List<String> keys = List.of(
                "domain=one.example",
                "external_id=X-2",
                three,
                "domain=missing.example",
                "domain=twice.example",
                "external_id=X-9",
                "deal.dealname=x");

        BatchResult read =
                request(COMPANIES + "batchGet&batchFailure=report&apiVersion=" + version, keys, BatchResult.class);

        assertThat(statuses(read))
                .containsExactly(
                        OutcomeStatus.FOUND,
                        OutcomeStatus.FOUND,
                        OutcomeStatus.FOUND,
                        OutcomeStatus.NOT_FOUND,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.NOT_FOUND,
                        OutcomeStatus.REJECTED);
        assertThat(ids(read).subList(0, 3)).containsExactly(one, two, three);

        List<Map<String, Object>> changes = keys.stream()
                .map(key -> Map.<String, Object>of("id", key, "properties", Map.of("city", "Oslo")))
                .toList();
        BatchResult updated = request(
                COMPANIES + "batchUpdate&batchFailure=report&apiVersion=" + version, changes, BatchResult.class);
        assertThat(statuses(updated).subList(0, 5))
                .containsExactly(
                        OutcomeStatus.UPDATED,
                        OutcomeStatus.UPDATED,
                        OutcomeStatus.UPDATED,
                        OutcomeStatus.NOT_FOUND,
                        OutcomeStatus.REJECTED);

        BatchResult archived =
                request(COMPANIES + "batchArchive&batchFailure=report&apiVersion=" + version, keys, BatchResult.class);
        assertThat(archived.count(OutcomeStatus.ARCHIVED)).isEqualTo(3);
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void manyKeysOfABatchCostOneLookupForEachHundred() {
        List<String> keys = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> {
            contact("c" + i + "@example.com");
            keys.add("email=c" + i + "@example.com");
        });

        BatchResult result = request(CONTACTS + "batchArchive", keys, BatchResult.class);

        assertThat(result.count(OutcomeStatus.ARCHIVED)).isEqualTo(150);
        assertThat(calls("/batch/read")).hasSize(2);
        assertThat(calls()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hubspot:associations/contacts?toObjectType=companies&operation=batchGet",
                "hubspot:objects/contacts?operation=batchArchive"
            })
    void twoKeysOfOneRecordAreTwoOutcomes(String uri) {
        simulator().crm().create("contacts", Map.of("email", "a@example.com", "hs_additional_emails", "b@example.com"));

        BatchResult result = request(uri, List.of("email=a@example.com", "email=b@example.com"), BatchResult.class);

        assertThat(result.succeeded()).isEqualTo(2);
    }

    @Test
    void sharedCallsTakeKeysToo() {
        String id = contact("a@example.com");

        assertThat(send(
                                CONTACTS + "update&microBatch=true&microBatchDelay=10ms&objectId=email=a@example.com",
                                Map.of("firstname", "Ann"))
                        .getException())
                .isNull();
        assertThat(send(CONTACTS + "archive&microBatch=true&microBatchDelay=10ms", "email=a@example.com")
                        .getException())
                .isNull();
        assertThat(simulator().crm().record("contacts", id)).isEmpty();
    }

    // Links

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void bothEndsOfALinkMayBeKeys(String version) {
        String contact = contact("a@example.com");
        String company = company("acme.com");
        String uri = LINKS + "putDefault&apiVersion=" + version;

        assertThat(send(uri, Map.of("objectId", "email=a@example.com", "toObjectId", "company.domain=acme.com"))
                        .getException())
                .isNull();
        assertThat(links(contact)).containsExactly(company);
        assertThat(request(LINKS + "list&apiVersion=" + version, "email=a@example.com", HubSpotPages.class))
                .hasSize(1);
        assertThat(send(
                                LINKS + "archive&apiVersion=" + version,
                                null,
                                Map.of(
                                        HubSpotConstants.OBJECT_ID,
                                        "contact.email=a@example.com",
                                        HubSpotConstants.TO_OBJECT_ID,
                                        "domain=acme.com"))
                        .getException())
                .isNull();
        assertThat(links(contact)).isEmpty();
    }

    @Test
    void theTypesOfALinkMayStandInItsKeysAlone() {
        String contact = contact("a@example.com");
        String company = company("acme.com");

        Exchange exchange = send(
                "hubspot:associations?operation=put&associationLabel=Primary",
                Map.of("from", Map.of("id", "contact.email=a@example.com"), "to", Map.of("id", "0-2.domain=acme.com")));

        assertThat(exchange.getException()).isNull();
        assertThat(links(contact)).containsExactly(company);
        assertThat(send(LINKS + "putDefault", Map.of("objectId", contact, "toObjectId", "deal.dealname=x"))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toObjectType")
                .hasMessageContaining("deal.dealname=…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void aMissingEndFailsIsLeftOutOrIsCreated(String version) {
        String contact = contact("a@example.com");
        Map<String, Object> link = Map.of("objectId", contact, "toObjectId", "domain=new.example");
        String uri = LINKS + "putDefault&apiVersion=" + version;

        assertThat(send(uri, link).getException())
                .isInstanceOf(HubSpotNotFoundException.class)
                .hasMessageContaining("The target of the link")
                .hasMessageContaining("'domain'");

        Exchange skipped = send(uri + "&missingTarget=skip", link);
        assertThat(skipped.getException()).isNull();
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.WARNINGS).toString())
                .contains("TARGET_NOT_FOUND")
                .doesNotContain("new.example");
        assertThat(simulator().crm().records("companies")).isEmpty();

        assertThat(send(uri + "&missingTarget=create", link).getException()).isNull();
        String company = simulator().crm().records("companies").get(0).id();
        assertThat(links(contact)).containsExactly(company);
        assertThat(property("companies", company, "domain")).isEqualTo("new.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void aBatchOfLinksNamesEndsByKeysAndCreatesEachMissingOneOnce(String version) {
        // The search must not be what prevents doubles.
        simulator().settings().searchIndexLag(Duration.ofHours(1));
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            contact("c" + i + "@example.com");
            inputs.add(Map.of(
                    "objectId", "email=c" + i + "@example.com", "toObjectId", "domain=new" + i % 7 + ".example"));
        }

        BatchResult result = request(
                LINKS + "batchPutDefault&missingTarget=create&apiVersion=" + version, inputs, BatchResult.class);
        BatchResult again = request(
                LINKS + "batchPut&associationLabel=Primary&missingTarget=create&apiVersion=" + version,
                inputs.subList(0, 7),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(60);
        assertThat(again.count(OutcomeStatus.CREATED)).isEqualTo(7);
        assertThat(simulator().crm().records("companies")).hasSize(7);
    }

    @Test
    void whatBecomesOfTheLinksOfABatchIsToldForEach() {
        String contact = contact("a@example.com");
        String company = company("acme.com");
        company("twice.example");
        company("twice.example");
        List<Map<String, Object>> inputs = List.of(
                Map.of("objectId", contact, "toObjectId", company),
                Map.of("objectId", "email=a@example.com", "toObjectId", "domain=acme.com"),
                Map.of("objectId", "email=a@example.com", "toObjectId", "domain=nobody.example"),
                Map.of("objectId", "email=a@example.com", "toObjectId", "domain=twice.example"),
                Map.of("objectId", "email=nobody@example.com", "toObjectId", company));

        BatchResult failed = request(LINKS + "batchPutDefault&batchFailure=report", inputs, BatchResult.class);
        assertThat(statuses(failed))
                .containsExactly(
                        OutcomeStatus.CREATED,
                        OutcomeStatus.CREATED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED);
        assertThat(failed.outcomes().get(2).error().message())
                .contains("no record of companies", "'domain'")
                .doesNotContain("nobody.example");
        assertThat(failed.outcomes().get(3).error().message()).contains("several records");
        assertThat(failed.outcomes().get(4).error().message()).contains("goes out from", "'email'");

        BatchResult skipped =
                request(LINKS + "batchPutDefault&missingTarget=skip&batchFailure=report", inputs, BatchResult.class);
        assertThat(statuses(skipped))
                .containsExactly(
                        OutcomeStatus.CREATED,
                        OutcomeStatus.CREATED,
                        OutcomeStatus.SKIPPED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.SKIPPED);
        assertThat(skipped.outcomes().get(2).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.category()).isEqualTo("TARGET_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void batchesReadAndRemoveLinksByKeys(String version) {
        String contact = contact("a@example.com");
        String company = company("acme.com");
        simulator().crm().link("contacts", contact, "companies", company);
        Map<String, Object> link =
                Map.of("from", Map.of("id", "email=a@example.com"), "to", Map.of("id", "domain=acme.com"));

        BatchResult read = request(
                LINKS + "batchGet&apiVersion=" + version, List.of("contact.email=a@example.com"), BatchResult.class);
        assertThat(read.count(OutcomeStatus.FOUND)).isEqualTo(1);
        assertThat(read.outcomes().get(0).record().toString()).contains(company);

        request(LINKS + "batchPut&associationLabel=Primary&apiVersion=" + version, List.of(link), BatchResult.class);
        assertThat(labels(contact)).containsExactly("Primary");
        request(
                LINKS + "batchArchiveLabels&associationLabel=Primary&apiVersion=" + version,
                List.of(link),
                BatchResult.class);
        assertThat(labels(contact)).isEmpty();
        Map<String, Object> several = Map.of(
                "from",
                Map.of("id", "email=a@example.com"),
                "to",
                List.of(Map.of("id", "domain=acme.com"), Map.of("id", "domain=gone.example")));
        BatchResult archived = request(
                LINKS + "batchArchive&missingTarget=skip&apiVersion=" + version, List.of(several), BatchResult.class);
        assertThat(archived.count(OutcomeStatus.ARCHIVED)).isEqualTo(1);
        assertThat(archived.outcomes().get(0).warnings()).hasSize(1);
        assertThat(links(contact)).isEmpty();
    }

    @Test
    void linksOfTheSameRecordsKeepTheirOrderHoweverTheyAreNamed() {
        String contact = contact("a@example.com");
        String company = company("acme.com");
        simulator().crm().defineLabel("contacts", "companies", "l1", "First", "F");
        simulator().crm().defineLabel("contacts", "companies", "l2", "Last", "L");
        List<Map<String, Object>> inputs = List.of(
                Map.of("objectId", contact, "toObjectId", company, "label", "First"),
                Map.of("objectId", "email=a@example.com", "toObjectId", company, "label", "Last"),
                Map.of("objectId", contact, "toObjectId", "domain=acme.com", "label", "First"),
                Map.of("objectId", contact, "toObjectId", company, "label", "Last"));

        BatchResult result = request(LINKS + "batchPut", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(4);
        assertThat(labels(contact)).containsExactly("Last");
    }

    // What is known

    @Test
    void whatAKeyNamesIsRememberedAndForgottenWhereItIsGone() {
        String contact = contact("a@example.com");
        String first = company("acme.com");
        Map<String, Object> link = Map.of("objectId", contact, "toObjectId", "domain=acme.com");
        send(LINKS + "putDefault", link);
        simulator().clearCalls();

        assertThat(send(LINKS + "putDefault", link).getException()).isNull();
        assertThat(calls()).as("nothing is looked up again").hasSize(1);

        simulator().crm().archive("companies", first);
        String second = company("acme.com");
        assertThat(send(LINKS + "putDefault", link).getException()).isNull();
        assertThat(links(contact)).contains(second);

        simulator().crm().archive("companies", second);
        String third = company("acme.com");
        BatchResult batch = request(LINKS + "batchPutDefault", List.of(link), BatchResult.class);
        assertThat(batch.count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(links(contact)).contains(third);
    }

    @Test
    void anAbsenceIsNotRemembered() {
        String contact = contact("a@example.com");
        Map<String, Object> link = Map.of("objectId", contact, "toObjectId", "domain=acme.com");
        assertThat(send(LINKS + "putDefault", link).getException()).isInstanceOf(HubSpotNotFoundException.class);

        company("acme.com");

        assertThat(send(LINKS + "putDefault", link).getException()).isNull();
    }

    @Test
    void aSearchOfManyLongValuesStaysWithinHubSpotsLimits() {
        String contact = contact("a@example.com");
        List<Map<String, Object>> inputs = new ArrayList<>();
        String long60 = "x".repeat(60);
        for (int i = 0; i < 100; i++) {
            company(long60 + i + ".example");
            inputs.add(Map.of("objectId", contact, "toObjectId", "domain=" + long60 + i + ".EXAMPLE"));
        }

        BatchResult result = request(LINKS + "batchPutDefault", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(100);
        assertThat(searches()).hasSizeGreaterThan(1).allSatisfy(call -> assertThat(call.body())
                .hasSizeLessThanOrEqualTo(3000));
    }

    @Test
    void withoutTheScopeForDefinitionsRecordsAreSearchedFor() {
        String id = company("acme.com");
        simulator().settings().withoutScopes("crm.schemas.companies.read");

        assertThat(send(COMPANIES + "archive", "domain=acme.com").getException())
                .isNull();
        assertThat(simulator().crm().record("companies", id)).isEmpty();
    }

    @Test
    void missingTargetHasThreeValues() {
        assertThatThrownBy(() -> context.getEndpoint(LINKS + "putDefault&missingTarget=ignore"))
                .rootCause()
                .hasMessageContaining("MissingTarget")
                .hasMessageContaining("ignore");
        assertThatThrownBy(() -> context.getEndpoint(LINKS + "list&missingTarget=skip")
                        .createProducer()
                        .start())
                .hasMessageContaining("missingTarget");
    }

    private String contact(String email) {
        return simulator().crm().create("contacts", Map.of("email", email)).id();
    }

    private String company(String domain) {
        return simulator().crm().create("companies", Map.of("domain", domain)).id();
    }

    private String property(String type, String id, String name) {
        return simulator().crm().record(type, id).orElseThrow().property(name);
    }

    private List<String> links(String contact) {
        return simulator().crm().links("contacts", contact, "companies").stream()
                .map(Link::toObjectId)
                .toList();
    }

    private List<String> labels(String contact) {
        return simulator().crm().links("contacts", contact, "companies").stream()
                .flatMap(link -> link.labels().stream())
                .toList();
    }

    private List<RecordedCall> searches() {
        return calls("/search");
    }

    private List<RecordedCall> calls(String end) {
        return calls().stream().filter(call -> call.path().endsWith(end)).toList();
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }

    private static List<Object> ids(BatchResult result) {
        List<Object> ids = new ArrayList<>();
        result.outcomes()
                .forEach(outcome ->
                        ids.add(outcome.record() instanceof Map<?, ?> map ? new HashMap<>(map).get("id") : null));
        return ids;
    }
}
