// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.batch.BatchResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples on the reference pages of the resources do what the pages say, in YAML and in Java. */
class ResourceExamplesTest extends SimulatorTestSupport {

    /** What a message of an example is, and what must have come of it. */
    private interface Job {
        void run(ResourceExamplesTest test);
    }

    private static final Map<String, Job> JOBS = new LinkedHashMap<>();

    static {
        JOBS.put("objects", test -> {
            test.done(Map.of("email", "ann@example.com", "firstname", "Ann"));
            assertThat(test.simulator().crm().records("contacts"))
                    .extracting(contact -> contact.property("firstname"))
                    .containsExactly("Ann");
        });
        JOBS.put("associations", test -> {
            String contact = test.create("contacts", Map.of("email", "ann@example.com"));
            String company = test.create("companies", Map.of("name", "Acme"));
            test.done(Map.of("objectId", contact, "toObjectId", company));
            assertThat(test.simulator().crm().links("contacts", contact, "companies"))
                    .hasSize(1);
        });
        JOBS.put("properties", test -> {
            Exchange done = test.done(Map.of(
                    "name", "region",
                    "label", "Region",
                    "type", "string",
                    "fieldType", "text",
                    "groupName", "companyinformation"));
            assertThat(done.getMessage().getBody(Map.class).get("properties").toString())
                    .contains("region");
        });
        JOBS.put("pipelines", test -> {
            Exchange done =
                    test.done(Map.of("label", "On hold", "displayOrder", 9, "metadata", Map.of("probability", "0.1")));
            assertThat(test.request(
                                    "hubspot:pipelines/deals?operation=getStage&objectId=default&stageId="
                                            + done.getMessage().getHeader(HubSpotConstants.RESULT_ID),
                                    null,
                                    Map.class)
                            .get("label"))
                    .isEqualTo("On hold");
        });
        JOBS.put("schemas", test -> {
            Exchange done = test.done(Map.of(
                    "name", "car",
                    "labels", Map.of("singular", "Car", "plural", "Cars"),
                    "primaryDisplayProperty", "model",
                    "requiredProperties", List.of("model"),
                    "properties",
                            List.of(Map.of("name", "model", "label", "Model", "type", "string", "fieldType", "text")),
                    "associatedObjects", List.of("CONTACT")));
            String type = done.getMessage().getHeader(HubSpotConstants.RESULT_ID, String.class);
            assertThat(test.create(type, Map.of("model", "T"))).isNotNull();
        });
        JOBS.put("owners", test -> {
            test.done(null);
            assertThat(test.getMockEndpoint("mock:owner").getExchanges()).isNotEmpty();
        });
        JOBS.put("account", test -> assertThat(test.done(null).getMessage().getBody(String.class))
                .isEqualTo("UTC"));
        JOBS.put("lists", test -> {
            String contact = test.create("contacts", Map.of("email", "ann@example.com"));
            Exchange done = test.done(
                    Map.of("name", "Friends", "objectTypeId", "0-1", "processingType", "MANUAL"),
                    Map.of("members", List.of(contact)));
            assertThat(done.getMessage().getBody(Map.class).get("recordsIdsAdded"))
                    .isEqualTo(List.of(contact));
        });
        JOBS.put("imports", test -> {
            test.done(Map.of(
                    "importRequest",
                    Map.of(
                            "name",
                            "spring",
                            "files",
                            List.of(Map.of(
                                    "fileName",
                                    "contacts.csv",
                                    "fileFormat",
                                    "CSV",
                                    "fileImportPage",
                                    Map.of(
                                            "hasHeader",
                                            true,
                                            "columnMappings",
                                            List.of(
                                                    Map.of(
                                                            "columnObjectTypeId",
                                                            "0-1",
                                                            "columnName",
                                                            "Mail",
                                                            "propertyName",
                                                            "email",
                                                            "columnType",
                                                            "HUBSPOT_ALTERNATE_ID")))))),
                    "files",
                    Map.of("fileName", "contacts.csv", "content", "Mail\nann@example.com\n")));
            assertThat(test.simulator().crm().records("contacts")).hasSize(1);
        });
        JOBS.put("exports", test -> {
            test.create("contacts", Map.of("email", "ann@example.com"));
            test.done(Map.of(
                    "exportType", "VIEW",
                    "format", "CSV",
                    "exportName", "all",
                    "language", "EN",
                    "objectType", "CONTACT",
                    "objectProperties", List.of("email")));
            assertThat(java.nio.file.Path.of("target/exports/contacts.csv"))
                    .content()
                    .contains("ann@example.com");
        });
        JOBS.put("files", test -> assertThat(test.done("a,b")
                        .getMessage()
                        .getBody(Map.class)
                        .get("path")
                        .toString())
                .startsWith("/reports/figures"));
        JOBS.put("events", test -> {
            String name = "pe" + test.simulator().settings().portalId() + "_ordered";
            Exchange done = test.done(List.of(
                    Map.of("eventName", name, "email", "ann@example.com"),
                    Map.of("eventName", name, "email", "bob@example.com")));
            assertThat(done.getMessage().getBody(BatchResult.class).succeeded()).isEqualTo(2);
            assertThat(test.simulator().events().received()).hasSize(2);
        });
        JOBS.put("raw", test -> assertThat(
                        test.done(null).getMessage().getBody(Map.class).get("accountType"))
                .isEqualTo("STANDARD"));
    }

    static Stream<Arguments> examples() {
        return JOBS.keySet().stream()
                .flatMap(resource -> Stream.of(Arguments.of(resource, "yaml"), Arguments.of(resource, "java")));
    }

    @Override
    void configure(HubSpotComponent component) {
        component.getConfiguration().setPollDelay(java.time.Duration.ofMillis(10));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itDoesItsJob(String resource, String form) throws Exception {
        if (form.equals("yaml")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(resource + ".yaml", ResourcePages.yaml(resource)));
        } else {
            context.addRoutes((RouteBuilder) Class.forName(ResourcePages.javaClass(resource))
                    .getDeclaredConstructor()
                    .newInstance());
        }

        JOBS.get(resource).run(this);
    }

    @Test
    void everyResourceHasOne() throws IOException {
        assertThat(JOBS.keySet()).containsExactlyInAnyOrderElementsOf(OperationCatalogue.resources());
        for (String resource : JOBS.keySet()) {
            assertThat(ResourcePages.yaml(resource)).contains("hubspot:" + resource);
            assertThat(ResourcePages.java(resource)).contains("hubspot:" + resource);
        }
    }

    private String create(String type, Map<String, String> properties) {
        return simulator().crm().create(type, properties).id();
    }

    private Exchange done(Object body) {
        return done(body, Map.of());
    }

    private Exchange done(Object body, Map<String, Object> headers) {
        Exchange exchange = send("direct:in", body, headers);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }
}
