// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;

import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** HubSpot's answers as classes of the application's own. */
class PojoOutTest extends SimulatorTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?outputType=class&operation=";

    enum Tier {
        GOLD,
        @JsonProperty("silver_tier")
        SILVER,
        @JsonEnumDefaultValue
        OTHER
    }

    enum Code {
        ONE,
        TWO
    }

    enum Number {
        FIRST("1"),
        SECOND("2");

        private final String code;

        Number(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    record Values(
            int whole,
            Long big,
            double fraction,
            BigDecimal decimal,
            BigInteger huge,
            boolean yes,
            LocalDate day,
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Date date,
            Tier tier,
            Code code,
            Number number,
            List<String> list,
            Set<Tier> set,
            EnumSet<Code> enums,
            int[] array,
            Optional<LocalDate> there,
            Optional<String> missing,
            OptionalLong maybe,
            String text) {}

    @Test
    void textsBecomeWhatTheFieldsAre() {
        Values values = read(Values.class, """
                "whole": "42", "big": "12345678901234", "fraction": "1.5", "decimal": "1.10",
                "huge": "123456789012345678901234567890", "yes": "true", "day": "2026-02-03",
                "instant": "2026-02-03T04:05:06.123Z", "offset": "2026-02-03T04:05:06Z", "zoned": "2026-02-03T04:05:06Z",
                "date": "2026-02-03T04:05:06Z", "tier": "silver_tier", "code": "TWO", "number": "2", "list": "x;y z",
                "set": "GOLD;silver_tier", "enums": "ONE;TWO", "array": "1;2", "there": "2026-02-03", "missing": null,
                "maybe": "7", "text": "a;b"
                """);

        assertThat(values)
                .usingRecursiveComparison()
                .isEqualTo(new Values(
                        42,
                        12_345_678_901_234L,
                        1.5,
                        new BigDecimal("1.10"),
                        new BigInteger("123456789012345678901234567890"),
                        true,
                        LocalDate.of(2026, 2, 3),
                        Instant.parse("2026-02-03T04:05:06.123Z"),
                        OffsetDateTime.parse("2026-02-03T04:05:06Z"),
                        ZonedDateTime.parse("2026-02-03T04:05:06Z"),
                        new Date(1_770_091_506_000L),
                        Tier.SILVER,
                        Code.TWO,
                        Number.SECOND,
                        List.of("x", "y z"),
                        Set.of(Tier.GOLD, Tier.SILVER),
                        EnumSet.allOf(Code.class),
                        new int[] {1, 2},
                        Optional.of(LocalDate.of(2026, 2, 3)),
                        Optional.empty(),
                        OptionalLong.of(7),
                        "a;b"));
    }

    @Test
    void emptyTextsAreNulls() {
        String names =
                "whole,big,fraction,decimal,huge,yes,day,instant,offset,zoned,date,tier,code,number,list,set,enums,"
                        + "array,there,missing,maybe,text";

        Values values = read(Values.class, "\"" + names.replace(",", "\": \"\", \"") + "\": \"\"");

        assertThat(values)
                .usingRecursiveComparison()
                .isEqualTo(new Values(
                        0,
                        null,
                        0,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        null));
    }

    @Test
    void millisecondsAreInstantsAndDays() {
        Values values = read(Values.class, """
                "instant": "1770091506123", "offset": "1770091506123", "zoned": "1770091506123", "date": "1770091506123",
                "day": "1770076800000"
                """);

        Instant time = Instant.ofEpochMilli(1_770_091_506_123L);
        assertThat(values.instant()).isEqualTo(time);
        assertThat(values.offset().toInstant()).isEqualTo(time);
        assertThat(values.zoned().toInstant()).isEqualTo(time);
        assertThat(values.date()).isEqualTo(Date.from(time));
        assertThat(values.day()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(read(Values.class, "\"instant\": \"-1000\"").instant()).isEqualTo(Instant.ofEpochMilli(-1000));
    }

    @Test
    void wholeNumbersMayHaveAFractionOfZero() {
        Values values = read(Values.class, "\"whole\": \"5.0\", \"big\": \"1.2E3\", \"huge\": \"7.00\"");

        assertThat(values.whole()).isEqualTo(5);
        assertThat(values.big()).isEqualTo(1200);
        assertThat(values.huge()).isEqualTo(7);
    }

    @Test
    void constantsThatAreUnknownMayHaveADefault() {
        assertThat(read(Values.class, "\"tier\": \"PLATINUM\"").tier()).isEqualTo(Tier.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"whole\": \"many\"",
                "\"whole\": \"5.5\"",
                "\"whole\": \"1e999999999\"",
                "\"big\": \"99999999999999999999\"",
                "\"code\": \"1\"",
                "\"code\": \"THREE\"",
                "\"day\": \"1770091506123\"",
                "\"instant\": \"yesterday\"",
                "\"yes\": \"perhaps\"",
                "\"enums\": \"ONE;THREE\""
            })
    void whatDoesNotFitIsAnErrorThatNamesClassAndFieldAndNoValue(String property) {
        String[] parts = property.replace("\"", "").split(": ");
        answer(property);

        Exchange exchange = send(COMPANIES + "get&outputClass=" + Values.class.getName(), "1");

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotException.class)
                .hasMessageContaining(Values.class.getName())
                .hasMessageContaining("[\"" + parts[0] + "\"]");
        assertThat(exchange.getException().getMessage().replaceAll(".*outputClass", ""))
                .doesNotContain(parts[1]);
    }

    record Flat(String id, String name, Instant createdAt, OffsetDateTime updatedAt, Boolean archived) {}

    @Test
    void aFlatClassGetsWhatItHasFieldsFor() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        Flat company = request(COMPANIES + "get&outputClass=" + Flat.class.getName(), id, Flat.class);

        assertThat(company.id()).isEqualTo(id);
        assertThat(company.name()).isEqualTo("Acme");
        assertThat(company.createdAt()).isNotNull();
        assertThat(company.updatedAt()).isNotNull();
        assertThat(company.archived()).isFalse();
    }

    @Test
    void aPropertyOfThatNameWins() {
        assertThat(read(Flat.class, "\"id\": \"K-1\", \"archived\": \"true\""))
                .extracting(Flat::id, Flat::archived)
                .containsExactly("K-1", true);
    }

    record Enveloped(String id, Map<String, String> properties, Boolean archived) {}

    record TypedEnvelope(@JsonProperty("properties") Flat company, String id) {}

    @Test
    void aClassWithPropertiesGetsTheEnvelope() {
        assertThat(read(Enveloped.class, "\"name\": \"Acme\", \"city\": \"\""))
                .isEqualTo(new Enveloped("1", Map.of("name", "Acme", "city", ""), null));
        assertThat(read(TypedEnvelope.class, "\"name\": \"Acme\", \"createdAt\": \"\""))
                .isEqualTo(new TypedEnvelope(new Flat(null, "Acme", null, null, null), "1"));
    }

    static class Annotated {
        @JsonProperty("hs_object_id")
        public long recordId;

        @JsonIgnore
        public String name = "untouched";

        @JsonFormat(pattern = "dd.MM.yyyy")
        public LocalDate founded;

        public List<String> untouched = List.of("before");

        private final List<String> tags = new ArrayList<>();

        private String city;

        public List<String> getTags() {
            return tags;
        }

        @JsonProperty("city")
        public void setTown(String town) {
            city = town;
        }
    }

    @Test
    void jacksonsAnnotationsAreHonoured() {
        Annotated company = read(
                Annotated.class,
                "\"hs_object_id\": \"1\", \"name\": \"Acme\", \"founded\": \"03.02.2026\", \"city\": \"Paris\","
                        + "\"tags\": \"x;y\"");

        assertThat(company.recordId).isEqualTo(1);
        assertThat(company.name).isEqualTo("untouched");
        assertThat(company.founded).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(company.city).isEqualTo("Paris");
        assertThat(company.getTags()).containsExactly("x", "y");
        assertThat(company.untouched).containsExactly("before");
    }

    static class Collecting {
        public String id;
        final Map<String, String> others = new HashMap<>();

        @JsonAnySetter
        void other(String name, String value) {
            others.put(name, value);
        }
    }

    @Test
    void aClassThatCollectsNamesCollectsPropertiesOnly() {
        Collecting company = read(Collecting.class, "\"name\": \"Acme\", \"city\": \"Paris\"");

        assertThat(company.id).isEqualTo("1");
        assertThat(company.others).isEqualTo(Map.of("name", "Acme", "city", "Paris"));
    }

    @JsonDeserialize(builder = Built.Builder.class)
    static final class Built {
        final Map<String, String> properties;

        private Built(Map<String, String> properties) {
            this.properties = properties;
        }

        @JsonPOJOBuilder(withPrefix = "")
        static final class Builder {
            private Map<String, String> properties;

            Builder properties(Map<String, String> given) {
                properties = given;
                return this;
            }

            Built build() {
                return new Built(properties);
            }
        }
    }

    static final class Made {
        final String title;

        @JsonCreator
        Made(@JsonProperty("name") String title) {
            this.title = title;
        }
    }

    @Test
    void buildersAndCreatorsAreAskedWhatTheyTake() {
        assertThat(read(Built.class, "\"name\": \"Acme\"").properties).isEqualTo(Map.of("name", "Acme"));
        assertThat(read(Made.class, "\"name\": \"Acme\"").title).isEqualTo("Acme");
    }

    @Test
    void mapsAndTreesAreGivenTheAnswerAsItIs() {
        for (String type : List.of("java.util.Map", "com.fasterxml.jackson.databind.JsonNode", "java.lang.Object")) {
            answer("\"name\": \"\"");
            Object body = send(COMPANIES + "get&outputClass=" + type, "1")
                    .getMessage()
                    .getBody();
            assertThat(body.toString().replaceAll("[\" ]", "")).containsPattern("properties[=:]\\{name[=:]");
        }
    }

    @Test
    void recordsOfListsAndSearchesAndBatches() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        String asFlat = "&properties=name&outputClass=" + Flat.class.getName();

        for (String operation : List.of("list", "search", "list&pagination=page")) {
            Iterable<?> companies = request(COMPANIES + operation + asFlat, null, Iterable.class);
            assertThat(companies).extracting("id", "name").containsExactly(tuple(id, "Acme"));
        }
        BatchResult read = request(COMPANIES + "batchGet" + asFlat, List.of(id), BatchResult.class);
        assertThat(read.outcomes().get(0).record()).extracting("id", "name").containsExactly(id, "Acme");
        BatchResult updated = request(
                COMPANIES + "batchUpdate&outputClass=" + Flat.class.getName(),
                List.of(Map.of("hs_object_id", id, "name", "Bolt")),
                BatchResult.class);
        assertThat(updated.outcomes().get(0).record()).extracting("name").isEqualTo("Bolt");
    }

    record Definition(String name, String label, Boolean archived) {}

    @Test
    void anAnswerThatIsNoRecordIsMappedAsItIs() {
        simulator().crm().defineProperty("companies", PropertyDefinition.string("tier"));

        assertThat(request(
                                "hubspot:properties/companies?operation=get&objectId=tier&outputType=class&outputClass="
                                        + Definition.class.getName(),
                                null,
                                Definition.class)
                        .name())
                .isEqualTo("tier");
        List<?> all = request(
                "hubspot:properties/companies?operation=list&outputType=class&outputClass="
                        + Definition.class.getName(),
                null,
                List.class);
        assertThat(all).hasOnlyElementsOfType(Definition.class);
    }

    record Company(
            @JsonProperty("hs_object_id") String id,
            String name,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            Instant createdAt) {}

    @Test
    void aRecordGoesThereAndBack() {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        Company read = request(COMPANIES + "get&outputClass=" + Company.class.getName(), id, Company.class);

        Company updated = request(
                COMPANIES + "update&outputClass=" + Company.class.getName(),
                new Company(read.id(), "Bolt", read.createdAt()),
                Company.class);

        assertThat(updated.id()).isEqualTo(id);
        assertThat(updated.createdAt()).isEqualTo(read.createdAt());
        assertThat(simulator().crm().records("companies"))
                .singleElement()
                .extracting(record -> record.properties().get("name"))
                .isEqualTo("Bolt");
    }

    private <T> T read(Class<T> type, String properties) {
        answer(properties);
        return request(COMPANIES + "get&outputClass=" + type.getName(), "1", type);
    }

    private void answer(String properties) {
        simulator().faults().next().answer(200, "{\"id\": \"1\", \"properties\": {" + properties + "}}");
    }
}
