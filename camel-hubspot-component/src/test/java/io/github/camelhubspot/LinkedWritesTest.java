// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that are written with their associations: together where HubSpot takes both, else one after the other. */
class LinkedWritesTest extends SimulatorTestSupport {

    private static final String CONTACTS = "hubspot:objects/contacts?operation=";

    private String acme;
    private LinkType billing;

    @BeforeEach
    void createTargets() {
        acme = company("acme.com");
        billing = simulator()
                .crm()
                .defineLabel("contacts", "companies", "pays", "Pays for", "Paid by")
                .get(0);
    }

    // Create

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void aCreateTakesEveryFormOfATargetInOneCall(String version) {
        List<Object> targets = List.of(
                "company.domain=acme.com",
                Map.of("id", "company.domain=acme.com"),
                Map.of("objectType", "company", "idProperty", "domain", "id", "acme.com"),
                Map.of("objectType", "0-2", "id", acme),
                Map.of("objectType", "companies", "id", "domain=acme.com"));
        for (Object target : targets) {
            Map<?, ?> created = request(
                    CONTACTS + "create&apiVersion=" + version,
                    contact("c" + simulator().calls().size() + "@example.com", Map.of("to", target)),
                    Map.class);
            assertThat(links(created)).as("%s", target).containsExactly(acme);
            assertThat(lastCall().bodyJson().at("/associations/0"))
                    .isEqualTo(Json.MAPPER.valueToTree(Map.of(
                            "to",
                            Map.of("id", acme),
                            "types",
                            List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 279)))));
        }
        // The label list, the property's definition and the search are read once.
        assertThat(calls()).hasSize(targets.size() + 3);
    }

    @Test
    void aCreateTakesALabelOrTypesToo() {
        Map<?, ?> labelled = request(
                CONTACTS + "create",
                contact("a@example.com", Map.of("to", "company.domain=acme.com", "label", "Pays for")),
                Map.class);
        Map<?, ?> typed = request(
                CONTACTS + "create",
                contact("b@example.com", Map.of("to", "company.domain=acme.com", "types", List.of(type(billing)))),
                Map.class);

        assertThat(labels(labelled)).containsExactly("Pays for");
        assertThat(labels(typed)).containsExactly("Pays for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void aMissingTargetFailsIsLeftOutOrIsCreated(String version) {
        Map<String, Object> record = contact(
                "a@example.com", Map.of("to", "company.domain=acme.com"), Map.of("to", "company.domain=new.example"));
        String uri = CONTACTS + "create&apiVersion=" + version;

        assertThat(send(uri, record).getException())
                .isInstanceOf(HubSpotNotFoundException.class)
                .hasMessageContaining("Association 2")
                .hasMessageContaining("companies")
                .hasMessageContaining("'domain'")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("new.example"));
        assertThat(simulator().crm().records("contacts")).isEmpty();

        Exchange skipped = send(uri + "&missingTarget=skip", record);
        assertThat(skipped.getException()).isNull();
        assertThat(links(skipped.getMessage().getBody(Map.class))).containsExactly(acme);
        assertThat(skipped.getMessage().getHeader(HubSpotConstants.WARNINGS).toString())
                .contains("TARGET_NOT_FOUND", "Association 2");

        Map<?, ?> created = request(
                uri + "&missingTarget=create",
                contact("b@example.com", Map.of("to", "company.domain=new.example")),
                Map.class);
        assertThat(links(created)).hasSize(1).doesNotContain(acme);
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void aTargetThatIsMissingByAUniquePropertyIsUpserted() {
        Map<?, ?> created = request(
                "hubspot:objects/companies?operation=create&missingTarget=create",
                Map.of(
                        "properties",
                        Map.of("name", "New"),
                        "associations",
                        List.of(Map.of("to", "contact.email=New@Example.com"))),
                Map.class);

        assertThat(simulator().crm().records("contacts")).hasSize(1);
        assertThat(simulator().crm().links("companies", id(created), "contacts"))
                .hasSize(1);
        assertThat(calls("/contacts/batch/upsert")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void aBatchOfCreatesCreatesEachMissingTargetOnce(String version) {
        simulator().settings().searchIndexLag(Duration.ofHours(1));
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            records.add(contact("c" + i + "@example.com", Map.of("to", "company.domain=New" + i % 5 + ".example")));
        }

        BatchResult result = request(
                CONTACTS + "batchCreate&missingTarget=create&apiVersion=" + version, records, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(250);
        assertThat(simulator().crm().records("companies")).hasSize(6);
        assertThat(result.outcomes()).allSatisfy(outcome -> assertThat(links((Map<?, ?>) outcome.record()))
                .hasSize(1));
    }

    @Test
    void inABatchEachRecordIsToldOfItsOwnTargets() {
        company("twice.example");
        company("twice.example");
        List<Map<String, Object>> records = List.of(
                contact("a@example.com", Map.of("to", "company.domain=acme.com")),
                contact("b@example.com", Map.of("to", "company.domain=gone.example")),
                contact("c@example.com", Map.of("to", "company.domain=twice.example")),
                contact("d@example.com", Map.of("to", "company.no_such=x")),
                contact("e@example.com", Map.of("to", "company.domain=acme.com", "label", "No such label")),
                contact("f@example.com", Map.of("to", "domain=acme.com")),
                contact("g@example.com"),
                contact("h@example.com", Map.of("to", Map.of("objectType", "../x", "id", "domain=acme.com"))),
                contact(
                        "i@example.com",
                        Map.of("to", Map.of("objectType", "../x", "id", "1"), "types", List.of(type(billing)))));

        BatchResult result = request(CONTACTS + "batchCreate&batchFailure=report", records, BatchResult.class);

        assertThat(statuses(result))
                .containsExactly(
                        OutcomeStatus.CREATED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.CREATED,
                        OutcomeStatus.REJECTED,
                        OutcomeStatus.REJECTED);
        assertThat(result.outcomes().get(1).error().message())
                .contains("Association 1", "companies", "'domain'")
                .doesNotContain("gone.example");
        assertThat(result.outcomes().get(2).error().message()).contains("several records");
        assertThat(result.outcomes().get(3).error().message()).contains("'no_such'");
        assertThat(result.outcomes().get(4).error().message()).contains("'Pays for'");
        assertThat(result.outcomes().get(5).error().message()).contains("Association 1", "objectType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "batchCreate"})
    void aTargetThatIsGoneIsLookedUpOnceMore(String operation) {
        send(CONTACTS + operation, contact("a@example.com", Map.of("to", "company.domain=acme.com")));
        simulator().crm().archive("companies", acme);
        String second = company("acme.com");

        Exchange exchange =
                send(CONTACTS + operation, contact("b@example.com", Map.of("to", "company.domain=acme.com")));

        assertThat(exchange.getException()).isNull();
        String created = simulator()
                .crm()
                .find("contacts", "email", "b@example.com")
                .orElseThrow()
                .id();
        assertThat(linksOf(created)).containsExactly(second);
    }

    // Update and upsert

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-03", "2026-09"})
    void updateAndUpsertWriteTheLinksAfterTheRecord(String version) {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        Map<String, Object> linked = new HashMap<>(contact(
                "a@example.com",
                Map.of("to", "company.domain=acme.com"),
                Map.of("to", Map.of("objectType", "companies", "id", company("b.example")), "label", "Pays for")));
        linked.put("properties", Map.of("firstname", "Ann"));

        Exchange update = send(CONTACTS + "update&apiVersion=" + version + "&objectId=" + id, linked);
        assertThat(update.getException()).isNull();
        assertThat(update.getMessage().getBody(Map.class).get("id")).isEqualTo(id);
        assertThat(linksOf(id)).hasSize(2).contains(acme);
        assertThat(labelsOf(id)).containsExactly("Pays for");

        Exchange upsert = send(
                CONTACTS + "upsert&idProperty=email&apiVersion=" + version,
                contact("new@example.com", Map.of("to", "company.domain=acme.com")));
        assertThat(upsert.getException()).isNull();
        assertThat(links(upsert.getMessage().getBody(Map.class))).containsExactly(acme);
    }

    /** HubSpot's own form says nothing of the target's type but by the ids of the types. */
    @ParameterizedTest
    @ValueSource(strings = {"update", "batchUpdate"})
    void hubSpotsOwnFormIsTakenWhereItsTypesTellTheTarget(String operation) {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        Map<String, Object> record = Map.of(
                "id",
                id,
                "properties",
                Map.of("firstname", "Ann"),
                "associations",
                List.of(Map.of(
                        "to",
                        Map.of("id", acme),
                        "types",
                        List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", "1")))));

        assertThat(send(CONTACTS + operation, record).getException()).isNull();
        assertThat(labelsOf(id)).containsExactly("Primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void batchesWriteTheLinksOfAChunkTogether(String version) {
        List<Map<String, Object>> upserts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            upserts.add(contact(
                    "c" + i + "@example.com",
                    Map.of("to", "company.domain=acme.com"),
                    Map.of("to", "company.domain=acme.com", "label", "Pays for")));
        }
        upserts.add(contact("alone@example.com"));

        BatchResult upserted =
                request(CONTACTS + "batchUpsert&idProperty=email&apiVersion=" + version, upserts, BatchResult.class);

        assertThat(upserted.count(OutcomeStatus.CREATED)).isEqualTo(121);
        assertThat(calls("/batch/associate/default")).hasSize(2);
        assertThat(calls("/companies/batch/create")).hasSize(2);
        assertThat(upserted.outcomes().subList(0, 120)).allSatisfy(outcome -> {
            assertThat(links((Map<?, ?>) outcome.record())).containsExactly(acme);
            assertThat(labels((Map<?, ?>) outcome.record())).containsExactly("Pays for");
        });

        String other = company("other.example");
        List<Map<String, Object>> updates = upserted.outcomes().stream()
                .limit(120)
                .map(outcome -> Map.<String, Object>of(
                        "id",
                        id((Map<?, ?>) outcome.record()),
                        "properties",
                        Map.of("firstname", "Ann"),
                        "associations",
                        List.of(Map.of("to", Map.of("objectType", "company", "id", other)))))
                .toList();
        BatchResult updated = request(CONTACTS + "batchUpdate&apiVersion=" + version, updates, BatchResult.class);
        assertThat(updated.count(OutcomeStatus.UPDATED)).isEqualTo(120);
        assertThat(linksOf(String.valueOf(updates.get(7).get("id")))).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "2026-09"})
    void refusedLinksSayThatTheRecordWasWritten(String version) {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        Map<String, Object> bad = Map.of("to", Map.of("objectType", "companies", "id", "987654321"));
        Map<String, Object> record =
                Map.of("id", id, "properties", Map.of("firstname", "Ann"), "associations", List.of(bad));

        assertThat(send(CONTACTS + "update&apiVersion=" + version, record).getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("wrote the record, its links were not written")
                .satisfies(fault -> assertThat(
                                ((HubSpotException) fault).getError().message())
                        .startsWith("The record was written, its links were not: "));
        assertThat(simulator().crm().record("contacts", id).orElseThrow().property("firstname"))
                .isEqualTo("Ann");

        BatchResult result = request(
                CONTACTS + "batchUpsert&idProperty=email&batchFailure=report&apiVersion=" + version,
                List.of(
                        contact("b@example.com", Map.of("to", "company.domain=acme.com")),
                        contact("c@example.com", bad, Map.of("to", "company.domain=acme.com")),
                        contact("d@example.com")),
                BatchResult.class);
        assertThat(statuses(result))
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        BatchOutcome rejected = result.outcomes().get(1);
        assertThat(rejected.error().message()).startsWith("The record was written, its links were not: ");
        assertThat(rejected.record()).isNotNull();
        assertThat(id((Map<?, ?>) rejected.record())).isEqualTo(contactId("c@example.com"));
        assertThat(linksOf(contactId("c@example.com"))).containsExactly(acme);
    }

    @Test
    void aTypeThatCannotBeOneIsToldBeforeTheRecordIsWritten() {
        Map<String, Object> bad = Map.of("to", Map.of("objectType", "..", "id", acme));

        assertThat(send(CONTACTS + "upsert&idProperty=email", contact("a@example.com", bad))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("toObjectType");
        assertThat(calls()).isEmpty();
        BatchResult batch = request(
                CONTACTS + "batchUpsert&idProperty=email&batchFailure=report",
                List.of(contact("a@example.com", bad), contact("b@example.com")),
                BatchResult.class);
        assertThat(statuses(batch)).containsExactly(OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
    }

    @Test
    void nothingIsWrittenWhereATargetIsMissing() {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        simulator().clearCalls();

        Exchange update = send(
                CONTACTS + "update",
                Map.of(
                        "id",
                        id,
                        "properties",
                        Map.of("firstname", "Ann"),
                        "associations",
                        List.of(Map.of("to", "company.domain=gone.example"))));
        BatchResult upsert = request(
                CONTACTS + "batchUpsert&idProperty=email&batchFailure=report",
                List.of(contact("new@example.com", Map.of("to", "company.domain=gone.example"))),
                BatchResult.class);

        assertThat(update.getException()).isInstanceOf(HubSpotNotFoundException.class);
        assertThat(statuses(upsert)).containsExactly(OutcomeStatus.REJECTED);
        assertThat(calls())
                .noneMatch(call -> call.method().equals("PATCH") || call.path().endsWith("/upsert"));
    }

    @Test
    void anUpdateOfNothingButLinksWritesThem() {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        Map<String, Object> byId = Map.of(
                "id", id, "properties", Map.of(), "associations", List.of(Map.of("to", "company.domain=acme.com")));
        Map<String, Object> byEmail = Map.of(
                "id",
                "email=a@example.com",
                "properties",
                Map.of(),
                "associations",
                List.of(Map.of("to", "company.domain=acme.com", "label", "Pays for")));

        assertThat(send(CONTACTS + "update", byId).getException()).isNull();
        assertThat(linksOf(id)).containsExactly(acme);
        assertThat(send(CONTACTS + "update", byEmail).getException()).isNull();
        assertThat(labelsOf(id)).containsExactly("Pays for");
        BatchResult result = request(CONTACTS + "batchUpdate", List.of(byId, byEmail), BatchResult.class);
        assertThat(result.count(OutcomeStatus.UPDATED)).isEqualTo(2);
        assertThat(calls("/contacts/batch/update")).isEmpty();
    }

    @Test
    void onConflictUpdateWritesTheLinksOfARecordThatExists() {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        Map<String, Object> linked = contact("a@example.com", Map.of("to", "company.domain=acme.com"));

        Exchange single = send(CONTACTS + "create&onConflict=update&idProperty=email", linked);
        assertThat(single.getException()).isNull();
        assertThat(linksOf(id)).containsExactly(acme);

        String other = company("other.example");
        BatchResult batch = request(
                CONTACTS + "batchCreate&onConflict=update&idProperty=email",
                List.of(contact("a@example.com", Map.of("to", Map.of("objectType", "company", "id", other)))),
                BatchResult.class);
        assertThat(statuses(batch)).containsExactly(OutcomeStatus.UPDATED);
        assertThat(linksOf(id)).containsExactlyInAnyOrder(acme, other);
    }

    @Test
    void sharedCallsWriteLinksToo() {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        String shared = "&microBatch=true&microBatchDelay=10ms";

        for (String uri : List.of("update" + shared + "&objectId=" + id, "upsert&idProperty=email" + shared)) {
            assertThat(send(CONTACTS + uri, contact("a@example.com", Map.of("to", "company.domain=acme.com")))
                            .getException())
                    .isNull();
            assertThat(linksOf(id)).containsExactly(acme);
        }
        assertThat(send(CONTACTS + "create" + shared, contact("b@example.com", Map.of("to", "company.domain=acme.com")))
                        .getException())
                .isNull();
        assertThat(linksOf(contactId("b@example.com"))).containsExactly(acme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "batchUpdate"})
    void linksAreRepeatedWhereTheirAnswerWasLost(String operation) {
        String id = id(request(CONTACTS + "create", contact("a@example.com"), Map.class));
        simulator()
                .faults()
                .next()
                .matching("POST", "*/batch/associate/default")
                .afterApplying()
                .dropConnection();

        Exchange exchange = send(
                CONTACTS + operation,
                Map.of(
                        "id",
                        id,
                        "properties",
                        Map.of("firstname", "Ann"),
                        "associations",
                        List.of(Map.of("to", "company.domain=acme.com"))));

        assertThat(exchange.getException()).isNull();
        assertThat(linksOf(id)).containsExactly(acme);
    }

    @Test
    void aGoneTargetOfAnUpsertIsLookedUpOnceMore() {
        send(CONTACTS + "upsert&idProperty=email", contact("a@example.com", Map.of("to", "company.domain=acme.com")));
        simulator().crm().archive("companies", acme);
        String second = company("acme.com");

        BatchResult result = request(
                CONTACTS + "batchUpsert&idProperty=email",
                List.of(contact("b@example.com", Map.of("to", "company.domain=acme.com"))),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(OutcomeStatus.CREATED);
        assertThat(linksOf(contactId("b@example.com"))).containsExactly(second);
    }

    @Test
    void whatIsWrongWithAnAssociationIsToldByItsNumber() {
        Map<String, Object> good = Map.of("to", "company.domain=acme.com");
        Stream.<Map<String, Object>>of(
                        Map.of("to", Map.of("id", acme)),
                        Map.of("to", "company.domain="),
                        Map.of("to", Map.of("objectType", "deals", "id", "company.domain=acme.com")),
                        Map.of("to", Map.of("objectType", "companies")),
                        Map.of("to", "company.domain=acme.com", "label", "x", "types", List.of(type(billing))))
                .forEach(bad -> assertThat(
                                send(CONTACTS + "upsert&idProperty=email", contact("a@example.com", good, bad))
                                        .getException())
                        .as("%s", bad)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("Association 2")
                        .hasMessageContaining("associations"));
        assertThat(calls()).isEmpty();
    }

    private static Map<String, Object> contact(String email) {
        return Map.of("properties", Map.of("email", email));
    }

    private static Map<String, Object> contact(String email, Map<String, Object> association) {
        return Map.of("properties", Map.of("email", email), "associations", List.of(association));
    }

    private static Map<String, Object> contact(String email, Map<String, Object> one, Map<String, Object> other) {
        return Map.of("properties", Map.of("email", email), "associations", List.of(one, other));
    }

    private static Map<String, Object> type(LinkType type) {
        return Map.of("associationCategory", type.category(), "associationTypeId", type.typeId());
    }

    private String company(String domain) {
        return simulator().crm().create("companies", Map.of("domain", domain)).id();
    }

    private String contactId(String email) {
        return simulator().crm().find("contacts", "email", email).orElseThrow().id();
    }

    private static String id(Map<?, ?> record) {
        return String.valueOf(record.get("id"));
    }

    private List<String> links(Map<?, ?> contact) {
        return linksOf(id(contact));
    }

    private List<String> linksOf(String contact) {
        return simulator().crm().links("contacts", contact, "companies").stream()
                .map(Link::toObjectId)
                .toList();
    }

    private List<String> labels(Map<?, ?> contact) {
        return labelsOf(id(contact));
    }

    private List<String> labelsOf(String contact) {
        return simulator().crm().links("contacts", contact, "companies").stream()
                .flatMap(link -> link.labels().stream())
                .toList();
    }

    private List<RecordedCall> calls(String end) {
        return calls().stream().filter(call -> call.path().endsWith(end)).toList();
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }
}
