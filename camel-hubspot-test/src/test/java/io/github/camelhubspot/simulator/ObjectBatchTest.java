// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Batches: sizes, whole refusals, partial success. */
class ObjectBatchTest extends SimulatorTest {

    @BeforeEach
    void defineUniqueProperty() {
        crm.defineProperty("companies", PropertyDefinition.string("external_id").unique());
    }

    private static String inputs(String... inputs) {
        return "{\"inputs\":[" + String.join(",", inputs) + "]}";
    }

    private static String named(String name) {
        return "{\"properties\":{\"name\":\"" + name + "\"}}";
    }

    private static String external(String externalId, String traceId) {
        return "{\"properties\":{\"name\":\"n\",\"external_id\":\"" + externalId + "\"}"
                + (traceId == null ? "" : ",\"objectWriteTraceId\":\"" + traceId + "\"") + "}";
    }

    private static String upsert(String externalId, String name) {
        return "{\"id\":\"" + externalId + "\",\"idProperty\":\"external_id\",\"properties\":{\"name\":\"" + name
                + "\"}}";
    }

    private static String manyNamed(int count) {
        return inputs(IntStream.range(0, count).mapToObj(i -> named("c" + i)).toArray(String[]::new));
    }

    private static List<String> texts(JsonNode array, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.at(pointer).asText()));
        return texts;
    }

    @Test
    void createAnswers201WithEveryRecord() throws IOException {
        Reply reply = client.post(COMPANIES + "/batch/create", inputs(named("a"), named("b")));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/status")).isEqualTo("COMPLETE");
        assertThat(texts(reply.at("/results"), "/properties/name")).containsExactly("a", "b");
        assertThat(reply.body().has("startedAt")).isTrue();
        assertThat(reply.body().has("completedAt")).isTrue();
        assertThat(reply.body().has("errors")).isFalse();
        assertThat(crm.records("companies")).hasSize(2);
    }

    @Test
    void resultsMayComeInAnotherOrder() throws IOException {
        simulator.settings().resultsInReverseOrder(true);

        Reply reply = client.post(COMPANIES + "/batch/create", inputs(named("a"), named("b"), named("c")));

        assertThat(texts(reply.at("/results"), "/properties/name")).containsExactly("c", "b", "a");
    }

    @Test
    void aHundredInputsAreTheMost() throws IOException {
        assertThat(client.post(COMPANIES + "/batch/create", manyNamed(100)).status())
                .isEqualTo(201);
        Reply reply = client.post(COMPANIES + "/batch/create", manyNamed(101));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(crm.records("companies")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "upsert", "read"})
    void withoutInputsNothingHappensAndAllSeemsWell(String operation) throws IOException {
        Reply reply = client.post(COMPANIES + "/batch/" + operation, "{\"properties\":{\"name\":\"a\"}}");

        assertThat(reply.status()).isBetween(200, 201);
        assertThat(reply.text("/status")).isEqualTo("COMPLETE");
        assertThat(reply.at("/results")).isEmpty();
        assertThat(crm.records("companies")).isEmpty();
    }

    @Test
    void withoutTraceIdsOneBadInputRefusesAll() throws IOException {
        Reply reply = client.post(
                COMPANIES + "/batch/create",
                inputs(named("a"), "{\"properties\":{\"name\":\"b\",\"nonsense\":\"x\"}}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/code")).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(crm.records("companies")).isEmpty();
    }

    @Test
    void aTakenEmailRefusesAWholeBatchOfContactsWith409() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");

        Reply reply = client.post(
                CONTACTS + "/batch/create",
                inputs(
                        "{\"properties\":{\"email\":\"new@example.com\"}}",
                        "{\"properties\":{\"email\":\"ANN@example.com\"}}"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("/category")).isEqualTo("CONFLICT");
        assertThat(reply.text("/message")).isEqualTo("Contact already exists. Existing ID: " + ann.id());
        assertThat(crm.records("contacts")).hasSize(1);
    }

    @Test
    void withTraceIdsTheGoodInputsSucceed() throws IOException {
        crm.create("companies", Map.of("name", "old", "external_id", "taken"));

        Reply reply = client.post(
                COMPANIES + "/batch/create",
                inputs(external("free", "t1"), external("taken", "t2"), external("free", "t3")));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.text("/status")).isEqualTo("COMPLETE");
        assertThat(texts(reply.at("/results"), "/objectWriteTraceId")).containsExactly("t1");
        assertThat(reply.at("/numErrors").asInt()).isEqualTo(2);
        assertThat(texts(reply.at("/errors"), "/context/objectWriteTraceId/0")).containsExactly("t2", "t3");
        assertThat(reply.text("/errors/0/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.text("/errors/0/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
        assertThat(reply.text("/errors/0/message")).contains("taken").contains("external_id");
        assertThat(crm.records("companies")).hasSize(2);
    }

    @Test
    void equalTraceIdsDoNotAskForPartialSuccess() throws IOException {
        crm.create("companies", Map.of("name", "old", "external_id", "taken"));

        Reply reply = client.post(COMPANIES + "/batch/create", inputs(external("free", "t"), external("taken", "t")));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void partialSuccessCanBeSwitchedOff() throws IOException {
        simulator.settings().batchCreatePartialSuccess(false);
        crm.create("companies", Map.of("name", "old", "external_id", "taken"));

        Reply reply = client.post(COMPANIES + "/batch/create", inputs(external("free", "t1"), external("taken", "t2")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
        assertThat(crm.records("companies")).hasSize(1);
    }

    @Test
    void traceIdsNeedNotBeEchoed() throws IOException {
        simulator.settings().echoTraceIds(false);

        Reply reply = client.post(COMPANIES + "/batch/create", inputs(external("a", "t1")));

        assertThat(reply.at("/results/0").has("objectWriteTraceId")).isFalse();
    }

    @Test
    void aUniqueValueTwiceInOneBatchIsAConflict() throws IOException {
        Reply reply = client.post(COMPANIES + "/batch/create", inputs(external("x", null), external("x", null)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/code")).isEqualTo("CONFLICTING_UNIQUE_VALUE");
        assertThat(crm.records("companies")).isEmpty();
    }

    @Test
    void readReportsMissingIds() throws IOException {
        SimulatedRecord acme = company("Acme");

        Reply reply = client.post(
                COMPANIES + "/batch/read",
                "{\"properties\":[\"name\",\"city\",\"nonsense\"],\"inputs\":[{\"id\":\"" + acme.id()
                        + "\"},{\"id\":\"424242\"},{\"id\":\"word\"}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results")).hasSize(1);
        assertThat(reply.at("/results/0/properties/city").isNull()).isTrue();
        assertThat(reply.at("/results/0/properties").has("nonsense")).isFalse();
        assertThat(reply.text("/errors/0/category")).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(reply.text("/errors/0/message"))
                .isEqualTo("Could not get some COMPANY objects, they may be deleted or not exist."
                        + " Check that ids are valid.");
        assertThat(texts(reply.at("/errors/0/context/ids"), "")).containsExactly("424242", "word");
    }

    @Test
    void readOfMissingIdsOnlyIs207Or404() throws IOException {
        assertThat(client.post(COMPANIES + "/batch/read", inputs("{\"id\":\"1\"}"))
                        .status())
                .isEqualTo(207);

        simulator.settings().batchReadAllMissingIs404(true);

        Reply reply = client.post(COMPANIES + "/batch/read", inputs("{\"id\":\"1\"}"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("/context/ids/0")).isEqualTo("1");
    }

    @Test
    void readByAUniqueProperty() throws IOException {
        crm.create("companies", Map.of("name", "Acme", "external_id", "x1"));

        Reply reply = client.post(
                COMPANIES + "/batch/read",
                "{\"idProperty\":\"external_id\",\"properties\":[\"name\"],\"inputs\":[{\"id\":\"x1\"}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/results/0/properties/name")).isEqualTo("Acme");
    }

    @Test
    void readWithHistoryTakesFifty() throws IOException {
        String ids =
                IntStream.range(0, 51).mapToObj(i -> "{\"id\":\"" + i + "\"}").collect(Collectors.joining(","));

        Reply reply = client.post(
                COMPANIES + "/batch/read", "{\"propertiesWithHistory\":[\"name\"],\"inputs\":[" + ids + "]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).contains("property histories is 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "read", "archive"})
    void anIdTwiceRefusesTheBatch(String operation) throws IOException {
        String id = company("Acme").id();
        String input = "{\"id\":\"" + id + "\",\"properties\":{\"city\":\"Oslo\"}}";

        Reply reply = client.post(COMPANIES + "/batch/" + operation, inputs(input, input));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message"))
                .isEqualTo("Duplicate IDs found in batch input: [" + id + "]. IDs must be unique");
        assertThat(reply.text("/context/ids/0")).isEqualTo(id);
    }

    @Test
    void updateChangesWhatItFindsAndReportsTheRest() throws IOException {
        SimulatedRecord acme = company("Acme");

        Reply reply = client.post(
                COMPANIES + "/batch/update",
                inputs(
                        "{\"id\":\"" + acme.id() + "\",\"properties\":{\"city\":\"Oslo\"}}",
                        "{\"id\":\"424242\",\"properties\":{\"city\":\"Oslo\"}}"));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.text("/results/0/properties/city")).isEqualTo("Oslo");
        assertThat(reply.text("/errors/0/context/ids/0")).isEqualTo("424242");
        assertThat(crm.record("companies", acme.id()).orElseThrow().property("city"))
                .isEqualTo("Oslo");
    }

    @Test
    void updateByEmailIsRefusedAndByOtherUniquePropertiesWorks() throws IOException {
        contact("ann@example.com");
        crm.create("companies", Map.of("name", "Acme", "external_id", "x1"));

        Reply email = client.post(
                CONTACTS + "/batch/update",
                inputs("{\"id\":\"ann@example.com\",\"idProperty\":\"email\",\"properties\":{\"city\":\"Oslo\"}}"));
        Reply external = client.post(
                COMPANIES + "/batch/update",
                inputs("{\"id\":\"x1\",\"idProperty\":\"external_id\",\"properties\":{\"city\":\"Oslo\"}}"));

        assertThat(email.status()).isEqualTo(400);
        assertThat(email.text("/message")).contains("non-unique 0-1 property email");
        assertThat(external.status()).isEqualTo(200);
        assertThat(crm.find("companies", "external_id", "x1").orElseThrow().property("city"))
                .isEqualTo("Oslo");
    }

    @Test
    void upsertCreatesAndUpdates() throws IOException {
        crm.create("companies", Map.of("name", "old", "external_id", "x1"));

        Reply reply = client.post(COMPANIES + "/batch/upsert", inputs(upsert("x1", "one"), upsert("x2", "two")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(texts(reply.at("/results"), "/new")).containsExactly("false", "true");
        assertThat(crm.find("companies", "external_id", "x1").orElseThrow().property("name"))
                .isEqualTo("one");
        assertThat(crm.find("companies", "external_id", "x2").orElseThrow().property("name"))
                .isEqualTo("two");
        assertThat(crm.records("companies")).hasSize(2);
    }

    @Test
    void upsertByTheRecordIdIsRefused() throws IOException {
        Reply reply = client.post(
                COMPANIES + "/batch/upsert",
                inputs("{\"id\":\"1\",\"idProperty\":\"hs_object_id\",\"properties\":{\"name\":\"a\"}}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message"))
                .startsWith("Unable to perform update/upsert by non-unique 0-2 property hs_object_id in portal ID");
    }

    @Test
    void aConflictInAnUpsertRefusesAllOrOneAsSet() throws IOException {
        crm.defineProperty("contacts", PropertyDefinition.string("member_no").unique());
        contact("ann@example.com");
        String body = inputs(
                "{\"id\":\"m1\",\"idProperty\":\"member_no\",\"properties\":{\"email\":\"bob@example.com\"}}",
                "{\"id\":\"m2\",\"idProperty\":\"member_no\",\"properties\":{\"email\":\"ann@example.com\"}}");

        Reply whole = client.post(CONTACTS + "/batch/upsert", body);
        assertThat(whole.status()).isEqualTo(409);
        assertThat(crm.records("contacts")).hasSize(1);

        simulator.settings().batchUpsertPartial(true);
        Reply partial = client.post(CONTACTS + "/batch/upsert", body);
        assertThat(partial.status()).isEqualTo(207);
        assertThat(partial.at("/results")).hasSize(1);
        assertThat(partial.text("/errors/0/context/ids/0")).isEqualTo("m2");
        assertThat(crm.records("contacts")).hasSize(2);
    }

    @Test
    void archiveTakesKnownAndUnknownIds() throws IOException {
        SimulatedRecord acme = company("Acme");

        Reply reply = client.post(
                COMPANIES + "/batch/archive", inputs("{\"id\":\"" + acme.id() + "\"}", "{\"id\":\"424242\"}"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.raw().body()).isEmpty();
        assertThat(crm.records("companies")).isEmpty();
    }

    @Test
    void anArchivedRecordGivesItsUniqueValueBack() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");
        crm.archive("contacts", ann.id());

        Reply reply = client.post(CONTACTS, "{\"properties\":{\"email\":\"ann@example.com\"}}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/id")).isNotEqualTo(ann.id());
    }
}
