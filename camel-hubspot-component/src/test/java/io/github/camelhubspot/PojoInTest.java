// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes of the application's own as bodies: records, definitions and search requests. */
class PojoInTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create";
    private static final String UPDATE = "hubspot:objects/companies?operation=update";

    @BeforeEach
    void defineProperties() {
        for (String name : List.of("a", "b", "c", "key")) {
            simulator().crm().defineProperty("companies", PropertyDefinition.string(name));
        }
    }

    enum Tier {
        GOLD,
        @JsonProperty("silver_tier")
        SILVER;

        @Override
        public String toString() {
            return "never sent";
        }
    }

    enum Code {
        ONE("1st"),
        TWO("2nd");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    record Values(Object a, Object b) {}

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(LocalDate.of(2026, 2, 3), "2026-02-03"),
                Arguments.of(java.sql.Date.valueOf("2026-02-03"), "2026-02-03"),
                Arguments.of(Instant.parse("2026-02-03T04:05:06.123456Z"), "2026-02-03T04:05:06.123Z"),
                Arguments.of(OffsetDateTime.parse("2026-02-03T05:05:06+01:00"), "2026-02-03T04:05:06Z"),
                Arguments.of(ZonedDateTime.parse("2026-02-03T05:05:06+01:00[Europe/Paris]"), "2026-02-03T04:05:06Z"),
                Arguments.of(new Date(1_770_091_506_000L), "2026-02-03T04:05:06Z"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("0.10"), "0.10"),
                Arguments.of(17L, "17"),
                Arguments.of(1e21, "1000000000000000000000"),
                Arguments.of(true, "true"),
                Arguments.of(Tier.GOLD, "GOLD"),
                Arguments.of(Tier.SILVER, "silver_tier"),
                Arguments.of(Code.TWO, "2nd"),
                Arguments.of(Optional.of(Tier.SILVER), "silver_tier"),
                Arguments.of(Optional.of(LocalDate.of(2026, 2, 3)), "2026-02-03"),
                Arguments.of(OptionalInt.of(5), "5"),
                Arguments.of(EnumSet.allOf(Tier.class), "GOLD;silver_tier"),
                Arguments.of(List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 4)), "2026-02-03;2026-02-04"),
                Arguments.of(new Code[] {Code.ONE, Code.TWO}, "1st;2nd"),
                Arguments.of(new int[] {1, 2}, "1;2"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueGoesAsATextFromAClassAndFromAMapAlike(Object value, String text) {
        send(CREATE, new Values(value, "x"));
        assertThat(sent()).isEqualTo(json("{\"a\":\"%s\",\"b\":\"x\"}".formatted(text)));

        if (!(value instanceof OptionalInt)) {
            send(CREATE, Map.of("a", value));
            assertThat(sent()).isEqualTo(json("{\"a\":\"%s\"}".formatted(text)));
        }
    }

    record Nested(Values nested) {}

    record Local(LocalDateTime at) {}

    record Locals(List<LocalDateTime> times) {}

    record Holes(List<String> tags) {}

    static Stream<Arguments> refusedPojos() {
        return Stream.of(
                Arguments.of(new Nested(new Values(1, 2)), "'nested'"),
                Arguments.of(new Local(LocalDateTime.of(2026, 2, 3, 4, 5)), "'at'"),
                Arguments.of(new Locals(List.of(LocalDateTime.of(2026, 2, 3, 4, 5))), "'times'"),
                Arguments.of(new Holes(Arrays.asList("x", null)), "'tags'"),
                Arguments.of(new Values(new byte[] {1}, null), "'a'"),
                Arguments.of(new Values(Double.NaN, null), "'a'"),
                Arguments.of(new Values(Map.of("x", "y"), null), "'a'"),
                Arguments.of(new Values(List.of(new Values(1, 2)), null), "'a'"),
                Arguments.of(new Values(new BigDecimal("1e30000000"), null), "'a'"));
    }

    @ParameterizedTest
    @MethodSource("refusedPojos")
    void whatHasNoTextIsAnErrorThatNamesTheProperty(Object pojo, String property) {
        assertThat(send(CREATE, pojo).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(property);
        assertThat(send(CREATE, Map.of("properties", pojo)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(property);
        assertThat(calls()).isEmpty();
    }

    static class Throwing {
        public String getA() {
            throw new IllegalStateException("of ann@example.com");
        }
    }

    @Test
    void whatAGetterThrowsIsToldWithoutItsWords() {
        assertThat(send(CREATE, new Throwing()).getException())
                .hasMessageContaining("Throwing[\"a\"]")
                .hasMessageContaining("IllegalStateException")
                .message()
                .doesNotContain("ann@example.com");
    }

    @Test
    void aClassWithoutAnyPropertyIsAnError() {
        assertThat(send(CREATE, new Object()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    static class Annotated implements Serializable {
        private static final long serialVersionUID = 1L;

        @JsonProperty("hs_object_id")
        public String recordId;

        @JsonProperty("name")
        public String title = "Acme";

        @JsonIgnore
        public String internal = "secret";

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        public String createdAt = "2020-01-01T00:00:00Z";

        @JsonFormat(pattern = "dd.MM.yyyy")
        public LocalDate a = LocalDate.of(2026, 2, 3);

        @JsonFormat(shape = JsonFormat.Shape.NUMBER)
        public Instant b = Instant.ofEpochMilli(1_770_091_506_000L);

        @JsonFormat(pattern = "d MMM yyyy HH:mm")
        public Instant c = Instant.parse("2026-02-03T04:05:06Z");

        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss'Z'")
        public LocalDateTime key = LocalDateTime.of(2026, 2, 3, 4, 5);

        public List<String> city = List.of();
    }

    @Test
    void jacksonsAnnotationsAreHonoured() {
        send(CREATE, new Annotated());

        assertThat(sent()).isEqualTo(json("""
                {"name": "Acme", "a": "03.02.2026", "b": "1770091506000", "c": "3 Feb 2026 04:05",
                 "key": "2026-02-03T04:05:00Z"}"""));
    }

    @Test
    void theRecordIdIsHsObjectId() {
        Annotated company = new Annotated();
        company.recordId =
                simulator().crm().create("companies", Map.of("name", "Bolt")).id();

        assertThat(send(UPDATE, company).getException()).isNull();
        assertThat(lastCall().path()).endsWith("/" + company.recordId);
        assertThat(sent().has("hs_object_id")).isFalse();
        assertThat(request("hubspot:objects/companies?operation=get", company, Map.class)
                        .get("id"))
                .isEqualTo(company.recordId);
    }

    @Test
    void nullsAreLeftAloneUnlessTheyAreToClear() {
        Values company = new Values(null, Optional.empty());

        send(CREATE, company);
        assertThat(sent()).isEqualTo(json("{}"));

        send(CREATE + "&clearNulls=true", company);
        assertThat(sent()).isEqualTo(json("{\"a\":\"\",\"b\":\"\"}"));
    }

    record Named(Object name) {}

    record Envelope(String id, Object properties) {}

    @Test
    void aClassMayBeHubSpotsEnvelope() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        assertThat(send(UPDATE, new Envelope(id, Map.of("a", 1))).getException())
                .isNull();
        assertThat(sent()).isEqualTo(json("{\"a\":\"1\"}"));
        assertThat(send(UPDATE, new Envelope(id, new Values(2, null))).getException())
                .isNull();
        assertThat(sent()).isEqualTo(json("{\"a\":\"2\"}"));
        assertThat(send(UPDATE, Map.of("id", id, "properties", new Values(3, null)))
                        .getException())
                .isNull();
        assertThat(sent()).isEqualTo(json("{\"a\":\"3\"}"));
    }

    @Test
    void nullsInAnEnvelopeClearWhereTheyWerePutOrAreToClear() {
        Map<String, Object> put = new HashMap<>();
        put.put("a", null);

        send(CREATE, new Envelope(null, put));
        assertThat(sent()).isEqualTo(json("{\"a\":null}"));

        for (Object envelope :
                List.of(new Envelope(null, new Values(null, "x")), Map.of("properties", new Values(null, "x")))) {
            send(CREATE, envelope);
            assertThat(sent()).isEqualTo(json("{\"b\":\"x\"}"));
            send(CREATE + "&clearNulls=true", envelope);
            assertThat(sent()).isEqualTo(json("{\"a\":\"\",\"b\":\"x\"}"));
        }
    }

    record To(long id) {}

    record Type(String associationCategory, int associationTypeId) {}

    record Association(To to, List<Type> types) {}

    record Linked(Named properties, List<Association> associations) {}

    @Test
    void anEnvelopeMayHaveAssociations() {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "ann@example.com"))
                .id();
        Association link = new Association(new To(Long.parseLong(contact)), List.of(new Type("HUBSPOT_DEFINED", 280)));

        assertThat(send(CREATE, new Linked(new Named("Acme"), List.of(link))).getException())
                .isNull();
        assertThat(lastCall().bodyJson().path("associations")).isEqualTo(json("""
                [{"to": {"id": "%s"}, "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 280}]}]""".formatted(contact)));

        assertThat(send(CREATE, new Linked(new Named("Bolt"), null)).getException())
                .isNull();
        assertThat(lastCall().bodyJson().has("associations")).isFalse();
    }

    @Test
    void manyPojosInEveryForm() {
        List<Object> pojos = List.of(new Named("1"), new Envelope(null, new Named("2")));
        for (Object many : List.of(
                pojos,
                new ArrayList<>(pojos),
                Set.copyOf(pojos),
                pojos.toArray(),
                pojos.iterator(),
                pojos.stream(),
                (Iterable<Object>) pojos::iterator)) {
            BatchResult result = request("hubspot:objects/companies?operation=batchCreate", many, BatchResult.class);

            assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
            assertThat(lastCall().bodyJson().path("inputs").findValuesAsText("name"))
                    .containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void aPojoOfABatchThatCannotBeSentIsRejectedAlone() {
        BatchResult result = request(
                "hubspot:objects/companies?operation=batchCreate&batchFailure=report",
                List.of(new Named("Acme"), new Local(LocalDateTime.of(2026, 2, 3, 4, 5))),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(1);
        assertThat(result.outcomes().get(1).error().message()).contains("'at'");
    }

    record Definition(String name, String label, String type, String fieldType, String groupName, String description) {}

    @Test
    void aPojoIsTheBodyOfADefinition() {
        Exchange exchange = send(
                "hubspot:properties/companies?operation=create",
                new Definition("tier", "Tier", "string", "text", "companyinformation", null));

        assertThat(exchange.getException()).isNull();
        assertThat(lastCall().bodyJson()).isEqualTo(json("""
                {"name": "tier", "label": "Tier", "type": "string", "fieldType": "text",
                 "groupName": "companyinformation"}"""));
    }

    record Filter(String propertyName, String operator, Object value) {}

    record FilterGroup(List<Filter> filters) {}

    record Search(List<FilterGroup> filterGroups, Integer limit, List<String> properties) {}

    @Test
    void aPojoIsTheBodyOfASearch() {
        simulator().crm().create("companies", new LinkedHashMap<>(Map.of("name", "Acme", "a", "x")));

        HubSpotPages pages = request(
                "hubspot:objects/companies?operation=search&properties=name",
                new Search(List.of(new FilterGroup(List.of(new Filter("a", "EQ", "x")))), null, null),
                HubSpotPages.class);

        assertThat(pages).hasSize(1);
        assertThat(lastCall().bodyJson()).isEqualTo(json("""
                {"filterGroups": [{"filters": [{"propertyName": "a", "operator": "EQ", "value": "x"}]}],
                 "limit": 200, "properties": ["name"]}"""));
    }

    private JsonNode sent() {
        return lastCall().bodyJson().path("properties");
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
