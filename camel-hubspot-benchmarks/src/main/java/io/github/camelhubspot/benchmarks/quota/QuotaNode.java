// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.quota;

import java.util.concurrent.Semaphore;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.benchmarks.process.Arguments;

/** A process that reads from HubSpot as fast as its quota lets it, until its input ends. */
public final class QuotaNode {

    static final String READY = "ready";

    /** So many calls always wait, so that the quota is what limits. */
    private static final int QUEUED = 64;

    private QuotaNode() {}

    /** Runs the node. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "url", "token", "type", "store", "port", "nodes");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            HubSpotComponent component = new HubSpotComponent();
            component.getConfiguration().setBaseUrl(arguments.text("url", ""));
            component.getConfiguration().setAccessToken(arguments.text("token", ""));
            String store = arguments.text("store", "none");
            if (!store.equals("none")) {
                int port = (int) arguments.number("port", 0);
                context.getRegistry().bind("quotas", QuotaStore.valueOf(store).buckets(port));
                component.getConfiguration().setQuotaNodes((int) arguments.number("nodes", 0));
            }
            context.addComponent("hubspot", component);
            context.start();
            String uri = "hubspot:objects/" + arguments.text("type", "companies") + "?operation=list&pagination=page";
            Thread load = new Thread(() -> load(context, uri), "load");
            load.setDaemon(true);
            load.start();
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // The end of the input is the end of the node.
            }
        }
        System.exit(0);
    }

    private static void load(DefaultCamelContext context, String uri) {
        Semaphore room = new Semaphore(QUEUED);
        try {
            AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
            producer.start();
            while (true) {
                room.acquire();
                Exchange exchange = producer.getEndpoint().createExchange();
                producer.process(exchange, doneSync -> {
                    if (exchange.getException() != null && !context.isStopping()) {
                        System.out.println("failed: " + exchange.getException());
                    }
                    room.release();
                });
            }
        } catch (Exception e) {
            System.out.println("failed: " + e);
        }
    }
}
