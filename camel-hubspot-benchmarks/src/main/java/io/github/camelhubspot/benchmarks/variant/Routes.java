// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The routes as their authors would write them; all begin at {@link #IN}. */
final class Routes {

    static final String IN = "direct:in";

    private static final String TOKEN = "benchmark-token";

    /** The quota raised beyond what any run reaches, and as many calls at once as the other routes have threads. */
    private static final String OPTIONS = "&accessToken=" + TOKEN
            + "&requestsPerTenSeconds=100000000&maxConcurrentCalls=" + RouteUnderTest.CONCURRENCY + "&baseUrl=";

    private Routes() {}

    static void componentCreate(RouteBuilder routes, String url) {
        routes.from(IN).to("hubspot:objects/companies?operation=create" + OPTIONS + url);
    }

    static void componentBatch(RouteBuilder routes, String url) {
        routes.from(IN).to("hubspot:objects/companies?operation=batchCreate" + OPTIONS + url);
    }

    static void httpCreate(RouteBuilder routes, String url) {
        routes.from(IN)
                .process(Routes::wrapRecord)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(Exchange.HTTP_METHOD, routes.constant("POST"))
                .setHeader(Exchange.CONTENT_TYPE, routes.constant("application/json"))
                .setHeader("Authorization", routes.constant("Bearer " + TOKEN))
                .to(url + "/crm/v3/objects/companies")
                .unmarshal()
                .json(JsonLibrary.Jackson);
    }

    static void httpBatch(RouteBuilder routes, String url) {
        ExecutorService threads = routes.getContext()
                .getExecutorServiceManager()
                .newThreadPool(routes, "batches", RouteUnderTest.CONCURRENCY, RouteUnderTest.CONCURRENCY);
        routes.from(IN)
                .split()
                .body(Iterator.class, Chunks::new)
                .streaming()
                .parallelProcessing()
                .executorService(threads)
                .process(Routes::wrapRecords)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(Exchange.HTTP_METHOD, routes.constant("POST"))
                .setHeader(Exchange.CONTENT_TYPE, routes.constant("application/json"))
                .setHeader("Authorization", routes.constant("Bearer " + TOKEN))
                .to(url + "/crm/v3/objects/companies/batch/create")
                .unmarshal()
                .json(JsonLibrary.Jackson);
    }

    private static void wrapRecord(Exchange exchange) {
        exchange.getMessage().setBody(Map.of("properties", exchange.getMessage().getBody()));
    }

    private static void wrapRecords(Exchange exchange) {
        List<?> records = exchange.getMessage().getBody(List.class);
        List<Map<String, Object>> inputs = new ArrayList<>(records.size());
        records.forEach(record -> inputs.add(Map.of("properties", record)));
        exchange.getMessage().setBody(Map.of("inputs", inputs));
    }
}
