// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Each option with a value that it cannot have: the error names the option, and nothing is sent. */
class BadOptionValuesTest extends SimulatorTestSupport {

    private static final String OBJECTS = "hubspot:objects/companies?operation=";
    private static final String LINKS = "hubspot:associations/contacts?toObjectType=companies&operation=";

    /** What comes from Camel itself. */
    private static final Set<String> NOT_OURS = Set.of("lazyStartProducer");

    private record Bad(String option, String uri, Object body, String told) {
        @Override
        public String toString() {
            return uri;
        }
    }

    private static Bad bad(String option, String uri, String told) {
        return new Bad(option, uri, Map.of("name", "Acme"), told);
    }

    private static Bad bad(String option, String uri) {
        return bad(option, uri, option);
    }

    static Stream<Bad> values() {
        return Stream.of(
                bad("resource", "hubspot:things?operation=list", "hubspot:objects"),
                bad("objectType", "hubspot:objects/..?operation=list"),
                bad("objectType", "hubspot:owners/contacts?operation=list", "has no object type"),
                bad("operation", OBJECTS + "explode", "batchArchive"),
                bad("apiVersion", OBJECTS + "list&apiVersion=v9", "2026-09"),
                bad("baseUrl", OBJECTS + "list&baseUrl=ftp://127.0.0.1"),
                bad("baseUrl", OBJECTS + "list&baseUrl=http://hubspot.example", "allowHttp"),
                bad("access", "hubspot:files?operation=upload&access=EVERYBODY", "PUBLIC_INDEXABLE"),
                bad("after", "hubspot:lists?operation=search&after=next", "whole number"),
                bad("archived", OBJECTS + "list&archived=perhaps"),
                bad("associationCategory", LINKS + "put&associationCategory=MINE&associationTypeId=1"),
                bad("associationLabel", LINKS + "put&associationLabel=A&associationTypeId=1"),
                bad("associationTypeId", LINKS + "put&associationCategory=WORK&associationTypeId=0"),
                bad("associations", OBJECTS + "get&objectId=1&microBatch=true&associations=deals"),
                bad("batchFailure", OBJECTS + "batchCreate&batchFailure=ignore"),
                bad("clearNulls", OBJECTS + "create&clearNulls=some"),
                bad("dryRun", OBJECTS + "create&dryRun=perhaps"),
                new Bad("fileName", "hubspot:files?operation=upload&fileName=a\"b", "text", "quotes"),
                bad("folderPath", OBJECTS + "create&folderPath=/a"),
                bad("groupName", "hubspot:properties/companies?operation=getGroup&groupName=.."),
                bad("idProperty", OBJECTS + "archive&idProperty=name"),
                bad("keepOutcomes", OBJECTS + "batchCreate&keepOutcomes=none"),
                bad("labelMode", LINKS + "put&labelMode=merge"),
                bad("limit", OBJECTS + "list&limit=101", "at most 100"),
                bad("limit", OBJECTS + "list&limit=-1"),
                bad("limit", OBJECTS + "list&limit=many"),
                bad("maxRejected", OBJECTS + "batchCreate&maxRejected=-1"),
                bad("maxResults", OBJECTS + "list&maxResults=-1"),
                bad("method", "hubspot:raw?method=TRACE&path=/crm/v3/owners", "GET, POST"),
                bad("microBatch", OBJECTS + "create&microBatch=perhaps"),
                bad("microBatchDelay", OBJECTS + "create&microBatch=true&microBatchDelay=0"),
                bad("microBatchSize", OBJECTS + "create&microBatch=true&microBatchSize=101", "at most 100"),
                bad("missingTarget", OBJECTS + "create&missingTarget=guess"),
                bad("notFound", OBJECTS + "get&notFound=null"),
                bad("objectId", OBJECTS + "get&objectId=.."),
                bad("objectId", OBJECTS + "batchGet&objectId=1"),
                bad("onConflict", OBJECTS + "create&onConflict=ignore"),
                bad("outputClass", OBJECTS + "get&objectId=1&outputType=class&outputClass=no.such.Class"),
                bad("outputType", OBJECTS + "list&outputType=xml"),
                bad("pagination", OBJECTS + "list&pagination=some"),
                bad("parameters", "hubspot:owners?operation=list&parameter.phone=1", "parameter.phone"),
                bad("path", "hubspot:raw?method=GET&path=crm/v3/owners"),
                bad("pollDelay", "hubspot:imports?operation=start&wait=true&pollDelay=0"),
                bad("priority", OBJECTS + "list&priority=urgent"),
                bad("progressUri", "hubspot:imports?operation=start&progressUri=mock:a", "wait=true"),
                bad("properties", OBJECTS + "archive&properties=name"),
                bad("propertiesWithHistory", OBJECTS + "list&propertiesWithHistory=name&limit=80", "at most 50"),
                bad("query", OBJECTS + "list&query=acme"),
                bad("rejectedUri", OBJECTS + "batchCreate&rejectedUri=nowhere:a"),
                bad("skipBlanks", OBJECTS + "create&skipBlanks=some"),
                bad("skipUnchanged", OBJECTS + "update&skipUnchanged=perhaps"),
                bad("sorts", OBJECTS + "search&sorts=name:upwards"),
                bad("stageId", "hubspot:pipelines/deals?operation=getStage&objectId=default&stageId=.."),
                bad("toObjectId", LINKS + "putDefault&objectId=1&toObjectId=.."),
                bad("toObjectType", "hubspot:associations/contacts/companies?operation=put&toObjectType=deals"),
                bad("validate", OBJECTS + "create&validate=loosely"),
                bad("wait", "hubspot:imports?operation=start&wait=perhaps"),
                bad("waitTimeout", "hubspot:imports?operation=start&wait=true&waitTimeout=0"),
                bad("dailyCeiling", OBJECTS + "list&dailyCeiling=101"),
                bad("httpComponent", OBJECTS + "list&httpComponent=#bean:missing"),
                bad("maxConcurrentCalls", OBJECTS + "list&maxConcurrentCalls=0"),
                bad("maxResponseSize", OBJECTS + "list&maxResponseSize=0"),
                bad("maxRetries", OBJECTS + "list&maxRetries=-1"),
                bad("maxRetryDelay", OBJECTS + "list&maxRetryDelay=0"),
                bad("quotaNodes", OBJECTS + "list&quotaNodes=-1"),
                bad("requestsPerTenSeconds", OBJECTS + "list&requestsPerTenSeconds=0"),
                bad("searchesPerSecond", OBJECTS + "list&searchesPerSecond=0"),
                bad("accessToken", OBJECTS + "list&accessToken=RAW(a b)"),
                bad("account", OBJECTS + "list&tokenProvider=#bean:tokens&account=" + "a".repeat(201)),
                bad("allowHttp", OBJECTS + "list&allowHttp=perhaps"),
                bad("clientId", OBJECTS + "list&clientId=only", "clientSecret"),
                bad("clientSecret", OBJECTS + "list&clientSecret=only", "clientId"),
                bad("refreshToken", OBJECTS + "list&refreshToken=only", "clientId"),
                bad("sslContextParameters", OBJECTS + "list&sslContextParameters=#bean:missing"),
                bad("tokenProvider", OBJECTS + "list&tokenProvider=#bean:missing"),
                bad("connectTimeout", OBJECTS + "list&connectTimeout=0"),
                bad("responseTimeout", OBJECTS + "list&responseTimeout=0"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isToldByTheOptionsName(Bad value) {
        context.getRegistry().bind("tokens", (HubSpotTokenProvider) account -> new HubSpotToken("t", null));

        Throwable failure = startOrSend(value);

        assertThat(failure).as("the failure of %s", value.uri()).isNotNull();
        assertThat(Arrays.stream(messages(failure))).anyMatch(message -> message.contains(value.told()));
        assertThat(calls()).isEmpty();
    }

    /** What is wrong is told at the start, or, where a message might have put it right, by the first message. */
    private Throwable startOrSend(Bad value) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:start").to(value.uri());
                }
            });
        } catch (Exception e) {
            return e;
        }
        return send("direct:start", value.body()).getException();
    }

    private static String[] messages(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .toArray(String[]::new);
    }

    @Test
    void everyOptionIsAmongThem() throws IOException {
        JsonNode catalog;
        try (InputStream in =
                BadOptionValuesTest.class.getResourceAsStream("/META-INF/io/github/camelhubspot/hubspot.json")) {
            catalog = Json.MAPPER.readTree(in);
        }
        Set<String> options = new TreeSet<>();
        catalog.path("properties").fieldNames().forEachRemaining(options::add);
        options.removeAll(NOT_OURS);

        assertThat(values().map(Bad::option)).containsAll(options);
    }
}
