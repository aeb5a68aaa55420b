// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.heap;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.process.Lines;

/**
 * The process that sends a file, whole, as one message.
 *
 * <p>Arguments: {@code file=…}, {@code url=…} of HubSpot. It ends with status 1 where the exchange failed, or took longer than
 * two minutes.
 */
public final class FileToHubSpot {

    private FileToHubSpot() {}

    /** Sends the file and says what it took. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "file", "url");
        Path file = Path.of(arguments.text("file", null)).toAbsolutePath();
        HeapWatch heap = new HeapWatch();
        heap.start();
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        CamelContext context = new DefaultCamelContext();
        context.disableJMX();
        RouteBuilder.addRoutes(
                context, routes -> routes.from("file:" + file.getParent() + "?noop=true&fileName=" + file.getFileName())
                        .onCompletion()
                        .process(sent::complete)
                        .end()
                        .to("hubspot:objects/companies?operation=batchCreate&accessToken=benchmark-token"
                                + "&requestsPerTenSeconds=100000000&baseUrl=" + arguments.text("url", null)));
        long start = System.nanoTime();
        context.start();
        try {
            Exchange exchange = sent.get(2, TimeUnit.MINUTES);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            System.out.println(Lines.MEASURED
                    + new HeapResult(
                                    exchange.getMessage().getHeader(HubSpotConstants.SUCCEEDED, Long.class),
                                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                                    heap.peak(),
                                    heap.collections())
                            .toText());
        } finally {
            context.stop();
        }
    }
}
