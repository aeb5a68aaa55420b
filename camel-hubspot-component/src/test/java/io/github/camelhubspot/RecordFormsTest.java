// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What a body may be, and how each value goes to HubSpot. */
class RecordFormsTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create";
    private static final String UPDATE = "hubspot:objects/companies?operation=update";

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("text with ünïcode", "text with ünïcode"),
                Arguments.of(17, "17"),
                Arguments.of(12_345_678_901_234L, "12345678901234"),
                Arguments.of(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("0.10"), "0.10"),
                Arguments.of(1e21, "1000000000000000000000"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(true, "true"),
                Arguments.of('x', "x"),
                Arguments.of(LocalDate.of(2026, 2, 3), "2026-02-03"),
                Arguments.of(java.sql.Date.valueOf("2026-02-03"), "2026-02-03"),
                Arguments.of(Instant.parse("2026-02-03T04:05:06Z"), "2026-02-03T04:05:06Z"),
                Arguments.of(Instant.parse("2026-02-03T04:05:06.123456Z"), "2026-02-03T04:05:06.123Z"),
                Arguments.of(new Date(1_770_091_506_000L), "2026-02-03T04:05:06Z"),
                Arguments.of(new Timestamp(1_770_091_506_000L), "2026-02-03T04:05:06Z"),
                Arguments.of(OffsetDateTime.parse("2026-02-03T05:05:06+01:00"), "2026-02-03T04:05:06Z"),
                Arguments.of(ZonedDateTime.parse("2026-02-03T05:05:06+01:00[Europe/Paris]"), "2026-02-03T04:05:06Z"),
                Arguments.of(new LinkedHashSet<>(List.of("chocolate", "strawberry")), "chocolate;strawberry"),
                Arguments.of(new int[] {1, 2}, "1;2"),
                Arguments.of(TimeUnit.DAYS, "DAYS"),
                Arguments.of(Optional.of("there"), "there"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueGoesAsAText(Object value, String text) {
        send(CREATE, Map.of("name", value));

        JsonNode sent = lastCall().bodyJson().path("properties").path("name");
        assertThat(sent.isTextual()).isTrue();
        assertThat(sent.asText()).isEqualTo(text);
    }

    static Stream<Arguments> refusedValues() {
        return Stream.of(
                Arguments.of(LocalDateTime.of(2026, 2, 3, 4, 5), "no time zone"),
                Arguments.of(Map.of("a", "b"), "nested"),
                Arguments.of(List.of(List.of("a")), "nested"),
                Arguments.of(Double.NaN, "NaN"),
                Arguments.of(new BigDecimal("1e30000000"), "400 digits"),
                Arguments.of(new Object(), "java.lang.Object"),
                Arguments.of(new byte[] {1}, "byte"));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void whatHasNoTextIsAnErrorThatNamesTheProperty(Object value, String reason) {
        Exchange exchange = send(CREATE, Map.of("founded", value));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'founded'");
        assertThat(exchange.getException().getMessage()).containsIgnoringCase(reason);
        assertThat(calls()).isEmpty();
    }

    @Test
    void numbersInJsonKeepTheirDigits() {
        send(CREATE, "{\"name\":1.10,\"annualrevenue\":12345678901234567890,\"city\":1e2}");

        JsonNode properties = lastCall().bodyJson().path("properties");
        assertThat(properties.path("name").asText()).isEqualTo("1.10");
        assertThat(properties.path("annualrevenue").asText()).isEqualTo("12345678901234567890");
        assertThat(properties.path("city").asText()).isEqualTo("100");
    }

    @Test
    void blanksAndNullsAreLeftAloneUnlessAskedFor() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", "Acme");
        record.put("city", " ");
        record.put("zip", null);

        send(CREATE, record);
        assertThat(lastCall().bodyJson().path("properties")).isEqualTo(json("{\"name\":\"Acme\"}"));

        send(CREATE + "&skipBlanks=false&clearNulls=true", record);
        assertThat(lastCall().bodyJson().path("properties"))
                .isEqualTo(json("{\"name\":\"Acme\",\"city\":\"\",\"zip\":\"\"}"));
    }

    @Test
    void anEnvelopesPropertiesAreSentAsGiven() {
        send(
                CREATE,
                "{\"properties\":{\"name\":\"Acme\",\"city\":\"\",\"zip\":null},\"createdAt\":\"2020-01-01T00:00:00Z\"}");

        assertThat(lastCall().bodyJson())
                .isEqualTo(json("{\"properties\":{\"name\":\"Acme\",\"city\":\"\",\"zip\":null}}"));
    }

    @Test
    void whereTheIdOfARecordComesFrom() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        Map<String, Object> plain = Map.of("hs_object_id", id, "city", "Paris");

        assertThat(send(UPDATE, plain).getException()).isNull();
        assertThat(lastCall().bodyJson()).isEqualTo(json("{\"properties\":{\"city\":\"Paris\"}}"));
        assertThat(send(UPDATE, Map.of("id", id, "properties", Map.of("city", "Lyon")))
                        .getException())
                .isNull();
        assertThat(send(UPDATE + "&objectId=" + id, Map.of("city", "Nice")).getException())
                .isNull();
        assertThat(send(
                                UPDATE + "&objectId=1",
                                Map.of("city", "Lille"),
                                new HashMap<>(Map.of(HubSpotConstants.OBJECT_ID, id)))
                        .getException())
                .isNull();
        assertThat(send(UPDATE, Map.of("city", "Brest")).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no id")
                .hasMessageContaining(HubSpotConstants.OBJECT_ID);
    }

    @Test
    void anUpdateWithNothingLeftToSendIsNoCall() {
        Exchange exchange = send(UPDATE, Map.of("hs_object_id", "1", "city", ""));

        assertThat(exchange.getException()).isNull();
        assertThat(calls()).isEmpty();
    }

    @Test
    void anUpdateByIdPropertyNeverCreates() {
        defineExternalId();
        simulator().crm().create("companies", Map.of("name", "Acme", "external_id", "C-1"));

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchUpdate&idProperty=external_id&batchFailure=report",
                List.of(Map.of("external_id", "C-1", "city", "Paris"), Map.of("external_id", "C-2", "city", "Rome")),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.UPDATED)).isEqualTo(1);
        assertThat(result.count(OutcomeStatus.NOT_FOUND)).isEqualTo(1);
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void upsertIsABatchOfOne() {
        defineExternalId();
        String uri = "hubspot:objects/companies?operation=upsert&idProperty=external_id";

        Map<?, ?> created = request(uri, Map.of("external_id", "C-1", "name", "Acme"), Map.class);
        Map<?, ?> updated = request(uri, Map.of("external_id", "C-1", "name", "Acme SA"), Map.class);

        assertThat(updated.get("id")).isEqualTo(created.get("id"));
        assertThat(simulator().crm().records("companies")).hasSize(1);
        assertThat(send(uri, Map.of("external_id", "C-2", "name", "B", "numberofemployees", "x"))
                        .getException())
                .isInstanceOf(HubSpotValidationException.class)
                .hasMessageContaining("numberofemployees");
    }

    @Test
    void manyRecordsForOneOperationNameTheBatchOperation() {
        for (Object many :
                List.of(List.of(Map.of("name", "A")), "[{\"name\":\"A\"}]", "{\"name\":\"A\"}\n{\"name\":\"B\"}")) {
            assertThat(send(CREATE, many).getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("batchCreate");
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void manyRecordsInEveryForm() {
        String array = "[{\"name\":\"A\"},{\"name\":\"B\"}]";
        String lines = "{\"name\":\"A\"}\n{\"name\":\"B\"}\n";
        List<Map<String, String>> list = List.of(Map.of("name", "A"), Map.of("name", "B"));
        for (Object many : List.of(
                array, lines, array.getBytes(), list, list.iterator(), list.stream(), list.toArray(), json(array))) {
            BatchResult result = request("hubspot:objects/companies?operation=batchCreate", many, BatchResult.class);
            assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
        }
        for (Object one : Arrays.asList(Map.of("name", "A"), "{\"name\":\"A\"}", new Company("A", LocalDate.EPOCH))) {
            BatchResult result = request("hubspot:objects/companies?operation=batchCreate", one, BatchResult.class);
            assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(1);
        }
    }

    @Test
    void associationsInAnUpdateAreRefusedAndNotDropped() {
        Map<String, Object> record = Map.of(
                "id", "1",
                "properties", Map.of("city", "Paris"),
                "associations", List.of(Map.of("to", Map.of("id", "2"))));

        assertThat(send(UPDATE, record).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("associations");
    }

    @Test
    void mergeAndGdprDelete() {
        String stays = simulator()
                .crm()
                .create("contacts", Map.of("email", "a@example.com"))
                .id();
        String goes = simulator()
                .crm()
                .create("contacts", Map.of("email", "b@example.com"))
                .id();

        assertThat(send("hubspot:objects/contacts?operation=merge&objectId=" + stays + "&toObjectId=" + goes, "any")
                        .getException())
                .isNull();
        assertThat(lastCall().bodyJson())
                .isEqualTo(json("{\"primaryObjectId\":\"" + stays + "\",\"objectIdToMerge\":\"" + goes + "\"}"));

        assertThat(send("hubspot:objects/contacts?operation=gdprDelete&idProperty=email", "a@example.com")
                        .getException())
                .isNull();
        assertThat(lastCall().bodyJson()).isEqualTo(json("{\"objectId\":\"a@example.com\",\"idProperty\":\"email\"}"));
    }

    record Company(String name, LocalDate founded_year) {}

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
