// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.lists.ProcessingType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** The filters of lists: whom they let in. */
class ListFiltersTest extends SimulatorTest {

    private static final String DATE = "'timeType':'DATE','zoneId':'UTC','year':2026,'month':1,'day':";

    /** Filters with one condition. */
    static JsonNode filters(String property, String type, String operator, String operands) {
        return json("{'filterBranchType':'OR','filterBranches':[{'filterBranchType':'AND','filters':["
                + filter(property, type, operator, operands) + "]}]}");
    }

    private static String filter(String property, String type, String operator, String operands) {
        return "{'filterType':'PROPERTY','property':'" + property + "','operation':{'operationType':'" + type
                + "','operator':'" + operator + "'" + (operands == null ? "" : "," + operands) + "}}";
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @BeforeEach
    void defineProperties() {
        simulator.clock().stopAt(Instant.parse("2026-01-10T12:00:00Z"));
        crm.defineProperty("companies", PropertyDefinition.string("motto"));
        crm.defineProperty("companies", PropertyDefinition.number("seats"));
        crm.defineProperty("companies", PropertyDefinition.bool("vip"));
        crm.defineProperty("companies", PropertyDefinition.checkboxes("colours", "red", "green", "blue"));
        crm.defineProperty("companies", PropertyDefinition.datetime("seen"));
        crm.defineProperty("companies", PropertyDefinition.datetime("called"));
        crm.defineProperty("companies", PropertyDefinition.date("founded"));
    }

    private void company(String name, String property, String... values) {
        Map<String, String> first = new HashMap<>(Map.of("name", name));
        if (values.length > 0) {
            first.put(property, values[0]);
        }
        String id = crm.create("companies", first).id();
        for (int i = 1; i < values.length; i++) {
            crm.update("companies", id, Map.of(property, values[i]));
        }
    }

    /** The names of those that pass, in the order of their creation. */
    private String passing(JsonNode filters) {
        String list = simulator
                .lists()
                .create(
                        crm.types().resolve("companies"),
                        "List " + simulator.lists().all().size(),
                        ProcessingType.DYNAMIC,
                        filters,
                        Map.of())
                .id();
        return names(list);
    }

    private String names(String list) {
        return simulator.lists().memberIds(list).stream()
                .map(id -> crm.record("companies", id).orElseThrow().property("name"))
                .collect(Collectors.joining(" "));
    }

    private String passing(String property, String type, String operator, String operands) {
        return passing(filters(property, type, operator, operands));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "STRING|IS_EQUAL_TO|'value':'NEVER stop'|stop",
                "STRING|IS_NOT_EQUAL_TO|'value':'never stop'|start",
                "STRING|IS_NOT_EQUAL_TO|'value':'never stop','includeObjectsWithNoValueSet':true|start none",
                "STRING|CONTAINS|'value':'ST'|stop start",
                "STRING|DOES_NOT_CONTAIN|'value':'stop'|start",
                "STRING|STARTS_WITH|'value':'never'|stop",
                "STRING|ENDS_WITH|'value':'start'|start",
                "STRING|HAS_EVER_BEEN_EQUAL_TO|'value':'go on'|start",
                "STRING|HAS_NEVER_BEEN_EQUAL_TO|'value':'go on'|stop",
                "STRING|HAS_EVER_CONTAINED|'value':'go'|start",
                "STRING|HAS_NEVER_CONTAINED|'value':'go'|stop",
                "MULTISTRING|IS_EQUAL_TO|'values':['x','always start']|start",
                "MULTISTRING|IS_NOT_EQUAL_TO|'values':['x','always start']|stop",
                "multistring|CONTAINS|'values':['x','ever']|stop",
                "MULTISTRING|DOES_NOT_CONTAIN|'values':['stop','start']|-",
                "MULTISTRING|STARTS_WITH|'values':['never','always']|stop start",
                "MULTISTRING|ENDS_WITH|'values':['stop']|stop",
                "ALL_PROPERTY|IS_KNOWN|-|stop start",
                "alltypes|IS_UNKNOWN|-|none",
                "ALL_PROPERTY|IS_BLANK|-|none",
                "ALL_PROPERTY|IS_NOT_BLANK|-|stop start"
            })
    void texts(String type, String operator, String operands, String expected) {
        company("stop", "motto", "Never stop");
        company("start", "motto", "Go on", "Always start");
        company("none", "motto");
        assertThat(passing("motto", type, operator, operands)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER|IS_EQUAL_TO|'value':10.0|ten",
                "NUMBER|IS_NOT_EQUAL_TO|'value':10|two",
                "NUMBER|IS_NOT_EQUAL_TO|'value':10,'includeObjectsWithNoValueSet':true|two none",
                "NUMBER|IS_GREATER_THAN|'value':2|ten",
                "NUMBER|IS_GREATER_THAN_OR_EQUAL_TO|'value':2|two ten",
                "NUMBER|IS_LESS_THAN|'value':'10'|two",
                "NUMBER|IS_LESS_THAN_OR_EQUAL_TO|'value':10|two ten",
                "NUMBER|HAS_EVER_BEEN_EQUAL_TO|'value':5|ten",
                "NUMBER|HAS_NEVER_BEEN_EQUAL_TO|'value':5|two",
                "NUMBER_RANGED|IS_BETWEEN|'lowerBound':2,'upperBound':9|two",
                "number-ranged|IS_NOT_BETWEEN|'lowerBound':2,'upperBound':9|ten"
            })
    void numbers(String type, String operator, String operands, String expected) {
        company("two", "seats", "2");
        company("ten", "seats", "5", "10");
        company("none", "seats");

        assertThat(passing("seats", type, operator, operands)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IS_EQUAL_TO|'value':true|yes",
                "IS_NOT_EQUAL_TO|'value':true|no",
                "IS_NOT_EQUAL_TO|'value':true,'includeObjectsWithNoValueSet':true|no none",
                "HAS_EVER_BEEN_EQUAL_TO|'value':false|yes no",
                "HAS_NEVER_BEEN_EQUAL_TO|'value':true|no"
            })
    void truths(String operator, String operands, String expected) {
        company("yes", "vip", "false", "true");
        company("no", "vip", "false");
        company("none", "vip");

        assertThat(passing("vip", "BOOL", operator, operands)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IS_ANY_OF|'values':['red','blue']|red both",
                "IS_NONE_OF|'values':['green']|red",
                "IS_NONE_OF|'values':['green'],'includeObjectsWithNoValueSet':true|red none",
                "IS_EXACTLY|'values':['green','red']|both",
                "IS_NOT_EXACTLY|'values':['green','red']|red",
                "CONTAINS_ALL|'values':['red']|red both",
                "DOES_NOT_CONTAIN_ALL|'values':['red','green']|red",
                "HAS_EVER_BEEN_ANY_OF|'values':['blue']|red",
                "HAS_NEVER_BEEN_ANY_OF|'values':['blue']|both",
                "HAS_EVER_BEEN_EXACTLY|'values':['blue','green']|red",
                "HAS_NEVER_BEEN_EXACTLY|'values':['blue','green']|both",
                "HAS_EVER_CONTAINED_ALL|'values':['green','blue']|red",
                "HAS_NEVER_CONTAINED_ALL|'values':['green','blue']|both"
            })
    void options(String operator, String operands, String expected) {
        company("red", "colours", "green;blue", "red");
        company("both", "colours", "red;green");
        company("none", "colours");

        assertThat(passing("colours", "ENUMERATION", operator, operands)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME_POINT|IS_BEFORE|'timePoint':{" + DATE + "9}|old",
                "TIME_POINT|IS_BEFORE|'timePoint':{" + DATE + "9},'includeObjectsWithNoValueSet':true|old none",
                "TIME_POINT|IS_BEFORE|'timePoint':{" + DATE + "9,'hour':12},'endpointBehavior':'INCLUSIVE'|old new",
                "TIME_POINT|IS_AFTER|'timePoint':{" + DATE + "9,'hour':11,'minute':59}|new next",
                "TIME_POINT|IS_AFTER|'timePoint':{" + DATE + "9,'hour':12}|next",
                "TIME_POINT|IS_AFTER|'timePoint':{'timeType':'INDEXED','zoneId':'UTC','indexReference':{'referenceType':"
                        + "'NOW'},'offset':{'days':-2}}|new next",
                "TIME_POINT|IS_BEFORE|'timePoint':{'timeType':'INDEXED','zoneId':'Asia/Tokyo','indexReference':"
                        + "{'referenceType':'TODAY','hour':1}}|old new",
                "TIME_POINT|IS_AFTER|'timePoint':{'timeType':'PROPERTY_REFERENCED','zoneId':'UTC','property':'called',"
                        + "'referenceType':'VALUE'}|new",
                "TIME_POINT|IS_AFTER|'timePoint':{'timeType':'PROPERTY_REFERENCED','zoneId':'UTC','property':'called',"
                        + "'referenceType':'UPDATED_AT'}|-",
                "TIME_POINT|IS_AFTER|'propertyParser':'UPDATED_AT','timePoint':{" + DATE + "10}|old new next",
                "TIME_RANGED|IS_BETWEEN|'lowerBoundTimePoint':{" + DATE + "1},'upperBoundTimePoint':{" + DATE
                        + "9,'hour':12}|old new",
                "TIME_RANGED|IS_BETWEEN|'lowerBoundTimePoint':{" + DATE + "1},'upperBoundTimePoint':{" + DATE
                        + "9,'hour':12},'upperBoundEndpointBehavior':'EXCLUSIVE'|old",
                "TIME_RANGED|IS_NOT_BETWEEN|'lowerBoundTimePoint':{" + DATE + "1},'upperBoundTimePoint':{" + DATE
                        + "9,'hour':12}|next",
                "DATETIME|IS_EQUAL_TO|'timestamp':1767960000000|new",
                "DATETIME|IS_BEFORE_DATE|'timestamp':1767960000000|old",
                "DATETIME|IS_AFTER_DATE|'timestamp':1767960000000|next",
                "datetime-ranged|IS_BETWEEN|'lowerBoundTimestamp':1,'upperBoundTimestamp':1767960000000|old new",
                "datetime-ranged|IS_NOT_BETWEEN|'lowerBoundTimestamp':1,'upperBoundTimestamp':1767960000000|next",
                "DATETIME_ROLLING|IS_LESS_THAN_X_DAYS_AGO|'numberOfDays':3|new",
                "ROLLING_DATE_RANGE|IS_MORE_THAN_X_DAYS_AGO|'numberOfDays':3|old",
                "ROLLING_DATE_RANGE|IS_LESS_THAN_X_DAYS_FROM_NOW|'numberOfDays':3|next",
                "ROLLING_DATE_RANGE|IS_MORE_THAN_X_DAYS_FROM_NOW|'numberOfDays':1|next",
                "ROLLING_PROPERTY_UPDATED|UPDATED_IN_LAST_X_DAYS|'numberOfDays':1|old new next",
                "ROLLING_PROPERTY_UPDATED|NOT_UPDATED_IN_LAST_X_DAYS|'numberOfDays':1|none"
            })
    void times(String type, String operator, String operands, String expected) {
        company("old", "seen", "2026-01-05T12:00:00Z");
        company("new", "seen", "2026-01-09T12:00:00Z");
        company("next", "seen", "2026-01-12T12:00:00Z");
        company("none", "seen");
        crm.find("companies", "name", "new")
                .ifPresent(found -> crm.update("companies", found.id(), Map.of("called", "2026-01-08T00:00:00Z")));

        assertThat(passing("seen", type, operator, operands)).isEqualTo(expected.equals("-") ? "" : expected);
    }

    @Test
    void daysAreComparedAsTimes() {
        company("old", "founded", "2026-01-05");
        company("new", "founded", "2026-01-09");

        assertThat(passing("founded", "TIME_POINT", "IS_AFTER", "'timePoint':{" + DATE + "8}"))
                .isEqualTo("new");
    }

    @Test
    void timeAloneLetsRecordsInAndOut() {
        company("acme", "seen", "2026-01-10T00:00:00Z");
        String list = simulator
                .lists()
                .create(
                        crm.types().resolve("companies"),
                        "Seen lately",
                        ProcessingType.DYNAMIC,
                        filters("seen", "DATETIME_ROLLING", "IS_LESS_THAN_X_DAYS_AGO", "'numberOfDays':3"),
                        Map.of())
                .id();
        assertThat(names(list)).isEqualTo("acme");

        simulator.clock().advance(Duration.ofDays(3));

        assertThat(names(list)).isEmpty();
    }

    @Test
    void branchesAreAlternativesOfConditionsThatAllHold() {
        company("acme", "seats", "5");
        company("bell", "seats", "5");
        company("core", "seats", "9");
        String five = filter("seats", "NUMBER", "IS_EQUAL_TO", "'value':5");
        String acme = filter("name", "STRING", "IS_EQUAL_TO", "'value':'acme'");
        String nine = filter("seats", "NUMBER", "IS_EQUAL_TO", "'value':9");

        assertThat(passing(json("{'filterBranchType':'OR','filters':[],'filterBranches':["
                        + "{'filterBranchType':'AND','filters':[" + five + "," + acme + "]},"
                        + "{'filterBranchType':'AND','filters':[" + nine + "]}]}")))
                .isEqualTo("acme core");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'filterBranchType':'AND','filters':[]}|The root filterBranch must be of type OR",
                "{'filterBranchType':'OR','filterBranches':[]}|The root filterBranch must be of type OR",
                "{'filterBranchType':'OR','filters':[{}],'filterBranches':[{}]}|The root filterBranch must be of type OR",
                "{}|[filterBranchType]",
                "{'filterBranchType':'OR','filterBranches':[{'filterBranchType':'UNIFIED_EVENTS'}]}|"
                        + "The simulator does not know filter branches of type UNIFIED_EVENTS within OR",
                "{'filterBranchType':'OR','filterBranches':[{'filterBranchType':'AND','filterBranches':[{}]}]}|"
                        + "The simulator does not know branches within",
                "{'filterBranchType':'OR','filterBranches':[{'filterBranchType':'AND','filters':[{'filterType':'IN_LIST'}]}]}|"
                        + "The simulator does not know filters of type IN_LIST; it knows PROPERTY",
                "{'filterBranchType':'OR','filterBranches':[{'filterBranchType':'AND','filters':[{'filterType':'PROPERTY',"
                        + "'property':'name'}]}]}|[operation]"
            })
    void branchesAndFiltersThatAreNotTaken(String filters, String message) throws IOException {
        assertThat(refusal(json(filters))).contains(message);
    }

    private String refusal(JsonNode filters) throws IOException {
        Reply reply = client.post(
                "/crm/v3/lists",
                "{\"name\":\"n\",\"objectTypeId\":\"0-2\",\"processingType\":\"DYNAMIC\",\"filterBranch\":" + filters
                        + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(simulator.lists().all()).isEmpty();
        return reply.text("/message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour|STRING|CONTAINS|'value':'x'|Property \"colour\" does not exist",
                "motto|NUMBER|IS_EQUAL_TO|'value':1|do not fit the property motto, which is of type string",
                "seats|STRING|CONTAINS|'value':'x'|do not fit the property seats",
                "motto|TIME_POINT|IS_AFTER|'timePoint':{" + DATE + "1}|do not fit the property motto",
                "motto|STRING_COMPARATIVE|IS_EQUAL_TO|'x':1|does not know operations of type STRING_COMPARATIVE",
                "motto|STRING|SOUNDS_LIKE|'value':'x'|does not know the operator SOUNDS_LIKE",
                "motto|MULTISTRING|HAS_EVER_CONTAINED|'values':['x']|does not know the operator HAS_EVER_CONTAINED",
                "motto|MULTISTRING|CONTAINS|'value':'x'|[values]",
                "motto|STRING|CONTAINS|'values':['x']|[value]",
                "motto|ALL_PROPERTY|IS_SET|'x':1|does not know the operator IS_SET",
                "seats|NUMBER|IS_EQUAL_TO|'value':'ten'|value must be a number",
                "seats|NUMBER|CONTAINS|'value':1|does not know the operator CONTAINS",
                "seats|NUMBER_RANGED|IS_EQUAL_TO|'lowerBound':1,'upperBound':2|does not know the operator",
                "vip|BOOL|IS_ANY_OF|'value':true|does not know the operator IS_ANY_OF",
                "colours|ENUMERATION|IS_EQUAL_TO|'values':['red']|does not know the operator IS_EQUAL_TO",
                "seen|TIME_POINT|IS_EQUAL_TO|'timePoint':{" + DATE + "1}|does not know the operator IS_EQUAL_TO",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{" + DATE + "32}|There is no such time",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{'timeType':'FISCAL'}|does not know times of type FISCAL",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{" + DATE
                        + "1},'endpointBehavior':'MAYBE'|INCLUSIVE or EXCLUSIVE",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{'timeType':'INDEXED','zoneId':'Mars','indexReference':"
                        + "{'referenceType':'NOW'}}|There is no time zone Mars",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{'timeType':'INDEXED','zoneId':'UTC','indexReference':"
                        + "{'referenceType':'WEEK'}}|does not know times relative to WEEK",
                "seen|TIME_POINT|IS_AFTER|'timePoint':{'timeType':'PROPERTY_REFERENCED','property':'called',"
                        + "'referenceType':'ANNIVERSARY'}|does not know references of type ANNIVERSARY",
                "seen|TIME_RANGED|IS_AFTER|'lowerBoundTimePoint':{" + DATE + "1},'upperBoundTimePoint':{" + DATE
                        + "2}|does not know the operator IS_AFTER",
                "seen|DATETIME|IS_AFTER|'timestamp':1|does not know the operator IS_AFTER",
                "seen|DATETIME|IS_EQUAL_TO|'timestamp':'noon'|timestamp must be a whole number",
                "seen|DATETIME_ROLLING|IS_AFTER|'numberOfDays':1|does not know the operator IS_AFTER",
                "seen|ROLLING_PROPERTY_UPDATED|IS_AFTER|'numberOfDays':1|does not know the operator IS_AFTER"
            })
    void operationsThatAreNotTaken(String property, String type, String operator, String operands, String message)
            throws IOException {
        assertThat(refusal(filters(property, type, operator, operands))).contains(message);
    }
}
