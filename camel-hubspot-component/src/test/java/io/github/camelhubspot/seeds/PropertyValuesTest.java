// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The {@code properties} of the pages hold texts: what becomes of values that are none. */
class PropertyValuesTest extends SeedTestSupport {

    private static final String CREATE = "hubspot:objects/0-420?operation=create";

    /** An enum that prints otherwise than it is called. */
    enum Flavour {
        CHOCOLATE,
        STRAWBERRY;

        @Override
        public String toString() {
            return "a flavour";
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("value", "value"),
                arguments(17, "17"),
                arguments(17L, "17"),
                arguments(-0.5, "-0.5"),
                arguments(2.5e-7, "0.00000025"),
                arguments(1234567890123.25, "1234567890123.25"),
                arguments(new BigDecimal("1E+3"), "1000"),
                arguments(new BigDecimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
                arguments(new BigInteger("12345678901234567890"), "12345678901234567890"),
                arguments(true, "true"),
                arguments(LocalDate.of(2019, 10, 31), "2019-10-31"),
                arguments(java.sql.Date.valueOf("2019-10-31"), "2019-10-31"),
                arguments(Instant.parse("2019-10-30T03:30:17.883Z"), "2019-10-30T03:30:17.883Z"),
                arguments(Date.from(Instant.parse("2019-10-30T03:30:17.883Z")), "2019-10-30T03:30:17.883Z"),
                arguments(Timestamp.from(Instant.parse("2019-10-30T03:30:17.883Z")), "2019-10-30T03:30:17.883Z"),
                arguments(OffsetDateTime.parse("2019-10-30T05:30:17.883+02:00"), "2019-10-30T03:30:17.883Z"),
                arguments(
                        ZonedDateTime.parse("2019-10-30T04:30:17.883+01:00[Europe/Paris]"), "2019-10-30T03:30:17.883Z"),
                arguments(EnumSet.allOf(Flavour.class), "CHOCOLATE;STRAWBERRY"),
                arguments(Flavour.STRAWBERRY, "STRAWBERRY"),
                arguments(
                        UUID.fromString("0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"),
                        "0193a1b2-aaaa-7bbb-8ccc-ddddeeeeffff"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void areTextsOnTheWire(Object value, String sent) {
        server.answers(SeedCall.ANSWER, SeedCall.ANSWER);

        call(CREATE, Map.of("property", value));
        call(CREATE, Map.of("properties", Map.of("property", value)));

        String json = "{\"properties\": {\"property\": \"" + sent + "\"}}";
        assertThatRequest(server.requests().get(0)).hasJson(json);
        assertThatRequest(server.requests().get(1)).hasJson(json);
    }

    /** A record class with all of it. */
    public record Listing(
            LocalDate day, Instant moment, BigDecimal amount, Flavour flavour, Set<Flavour> flavours, boolean open) {}

    @Test
    void areTheSameInARecordClass() {
        server.answers(SeedCall.ANSWER);

        call(
                CREATE,
                new Listing(
                        LocalDate.of(2019, 10, 31),
                        Instant.parse("2019-10-30T03:30:17.883Z"),
                        new BigDecimal("12345678901234567890.123456789"),
                        Flavour.CHOCOLATE,
                        EnumSet.allOf(Flavour.class),
                        true));

        assertThatRequest(server.onlyRequest()).hasJson("""
                        {
                          "properties": {
                            "day": "2019-10-31",
                            "moment": "2019-10-30T03:30:17.883Z",
                            "amount": "12345678901234567890.123456789",
                            "flavour": "CHOCOLATE",
                            "flavours": "CHOCOLATE;STRAWBERRY",
                            "open": "true"
                          }
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "-0.50, -0.50",
        "12345678901234567890, 12345678901234567890",
        "12345678901234567890.123456789, 12345678901234567890.123456789",
        "0.1, 0.1",
        "1E+3, 1000",
        "1e-7, 0.0000001",
        "false, false"
    })
    void keepEveryDigitOfANumberInJson(String written, String sent) {
        server.answers(SeedCall.ANSWER, SeedCall.ANSWER);

        call(CREATE, "{\"property\": " + written + "}");
        call(CREATE, "{\"properties\": {\"property\": " + written + "}}");

        String json = "{\"properties\": {\"property\": \"" + sent + "\"}}";
        assertThatRequest(server.requests().get(0)).hasJson(json);
        assertThatRequest(server.requests().get(1)).hasJson(json);
    }

    @Test
    void keepEveryDigitOfAnId() {
        server.answers(SeedCall.ANSWER);

        call(
                "hubspot:objects/companies?operation=update",
                "{\"id\": 12345678901234567890, \"properties\": {\"name\": \"Acme\"}}");

        assertThatRequest(server.onlyRequest()).is("PATCH", "/crm/v3/objects/companies/12345678901234567890");
    }

    @Test
    void areReadBehindTheMarkThatSomeFilesBeginWith() {
        server.answers(SeedCall.ANSWER);

        call(CREATE, "\uFEFF{\"hs_name\": \"Été\"}".getBytes(StandardCharsets.UTF_8));

        assertThatRequest(server.onlyRequest()).hasJson("{\"properties\": {\"hs_name\": \"Été\"}}");
    }

    @Test
    void areRefusedWhereTheirMeaningIsOpen() {
        for (Object open : List.of(LocalDateTime.of(2019, 10, 31, 1, 2), Map.of("a", "b"))) {
            assertRefusedBeforeTheCall(CREATE, Map.of("property", open), Map.of(), "property");
            assertRefusedBeforeTheCall(CREATE, Map.of("properties", Map.of("property", open)), Map.of(), "property");
        }
    }

    /** The second record must not vanish. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"1\"}{\"a\": \"2\"}", "{\"a\": \"1\"}\n{\"a\": \"2\"}\n", "{\"a\": \"1\"} x"})
    void areRefusedWhereMoreThanOneRecordIsThere(String body) {
        assertRefusedBeforeTheCall(CREATE, body, Map.of(), "body");
        assertRefusedBeforeTheCall(CREATE, body.getBytes(StandardCharsets.UTF_8), Map.of(), "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "7", "\"text\"", "true", "no JSON", "{'a': 1}", "{\"a\": NaN}", "{\"a\": 1,}"})
    void areRefusedWhereThereIsNoRecord(String body) {
        assertRefusedBeforeTheCall(CREATE, body, Map.of(), "body");
    }
}
