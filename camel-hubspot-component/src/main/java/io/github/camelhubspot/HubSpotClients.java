// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.camelhubspot.client.CallMeter;
import io.github.camelhubspot.client.CamelHttpTransport;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.SystemTiming;
import io.github.camelhubspot.client.Timing;
import io.github.camelhubspot.metrics.Metrics;
import io.github.camelhubspot.record.ConsumedBodies;

/**
 * What a component's endpoints share: accounts, connections per address, threads.
 *
 * <p>Thread-safe.
 */
final class HubSpotClients {

    /** The calls in flight at once, of all accounts; more wait, however many accounts there are. */
    private static final int MAX_CALLS = 256;

    private final HubSpotComponent component;
    private final ExecutorServiceManager executors;
    private final ExecutorService callThreads;
    private final BoundedExecutor calls;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final Observers observers;
    private final Accounts accounts;
    private final MicroBatches microBatches;
    private final RouteStops routeStops;
    private final Map<Connection, CamelHttpTransport> transports = new HashMap<>();
    private final ConsumedBodies consumedBodies = new ConsumedBodies();

    /**
     * What endpoints share.
     *
     * @param timing the clock; null for that of this machine
     */
    HubSpotClients(HubSpotComponent component, Timing timing) {
        this.component = component;
        CamelContext context = component.getCamelContext();
        this.executors = context.getExecutorServiceManager();
        this.callThreads = executors.newCachedThreadPool(component, "HubSpotCalls");
        this.calls = new BoundedExecutor(callThreads, MAX_CALLS);
        // Unbounded, so that a route step that waits for another call cannot keep that call's answer from being
        // handled.
        this.workers = executors.newCachedThreadPool(component, "HubSpotWorkers");
        this.timer = executors.newScheduledThreadPool(component, "HubSpotTimer", unbounded());
        Timing clock = timing == null ? new SystemTiming(timer) : timing;
        this.observers = new Observers(() -> Metrics.find(context, component.name()), clock);
        ClientResources resources = new ClientResources(calls, clock, ThreadLocalRandom::current, CallMeter.NONE);
        this.accounts = new Accounts(resources, observers, configuration -> SharedQuotas.find(context, configuration));
        this.microBatches = new MicroBatches(clock);
        this.routeStops = new RouteStops(() -> {
            microBatches.flush();
            accounts.refuseStopping();
        });
        context.getRoutes().forEach(routeStops::watch);
        context.addLifecycleStrategy(routeStops);
    }

    /** What the context's default profile refuses when there is too much of it would wait for ever. */
    private static ThreadPoolProfile unbounded() {
        ThreadPoolProfile profile = new ThreadPoolProfile("HubSpotTimer");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(0);
        return profile;
    }

    /** The clients of an endpoint; what can be shared with other endpoints is. */
    synchronized EndpointClients of(HubSpotConfiguration configuration) throws Exception {
        calls.allow(configuration.getMaxConcurrentCalls());
        return new EndpointClients(configuration, transport(configuration), accounts);
    }

    private CamelHttpTransport transport(HubSpotConfiguration configuration) throws Exception {
        SSLContextParameters ssl = configuration.getSslContextParameters() != null
                ? configuration.getSslContextParameters()
                : component.globalSslContextParameters();
        CamelHttpTransport.Settings settings = new CamelHttpTransport.Settings(
                configuration.getBaseUrl(),
                configuration.getConnectTimeout(),
                configuration.getResponseTimeout(),
                Math.max(MAX_CALLS, configuration.getMaxConcurrentCalls()),
                ssl);
        Connection connection = new Connection(settings, configuration.getHttpComponent());
        CamelHttpTransport transport = transports.get(connection);
        if (transport == null) {
            transport = new CamelHttpTransport(component.getCamelContext(), configuration.getHttpComponent(), settings);
            transports.put(connection, transport);
        }
        return transport;
    }

    /** Runs what follows a call: the rest of the route, and the steps of batches. */
    ExecutorService workers() {
        return workers;
    }

    ConsumedBodies consumedBodies() {
        return consumedBodies;
    }

    Accounts accounts() {
        return accounts;
    }

    Observers observers() {
        return observers;
    }

    MicroBatches microBatches() {
        return microBatches;
    }

    RouteStops routeStops() {
        return routeStops;
    }

    void start() {
        accounts.start();
        microBatches.start();
    }

    void stop() {
        microBatches.stop();
        accounts.stop();
    }

    synchronized void close() {
        component.getCamelContext().getLifecycleStrategies().remove(routeStops);
        stop();
        executors.shutdownGraceful(callThreads);
        executors.shutdownGraceful(workers);
        executors.shutdownNow(timer);
        transports.values().forEach(CamelHttpTransport::close);
        transports.clear();
        observers.close();
    }

    private record Connection(CamelHttpTransport.Settings settings, HttpComponent httpComponent) {}
}
