// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.CamelHttpTransport;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.client.QuotaLimits;
import io.github.camelhubspot.client.RetryPolicy;
import io.github.camelhubspot.record.ConsumedBodies;

/**
 * The clients of a component's endpoints and what these share: quota per account, connections per address, threads.
 *
 * <p>Thread-safe.
 */
final class HubSpotClients {

    private final HubSpotComponent component;
    private final ExecutorServiceManager executors;
    private final ExecutorService calls;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final ClientResources resources;
    private final Map<Account, AccountGovernor> governors = new HashMap<>();
    private final Map<Connection, CamelHttpTransport> transports = new HashMap<>();
    private final ConsumedBodies consumedBodies = new ConsumedBodies();

    HubSpotClients(HubSpotComponent component) {
        this.component = component;
        CamelContext context = component.getCamelContext();
        this.executors = context.getExecutorServiceManager();
        // Bounded by the call slots of each account, not by the pool.
        this.calls = executors.newCachedThreadPool(component, "HubSpotCalls");
        // Unbounded, so that a route step that waits for another call cannot keep that call's answer from being
        // handled.
        this.workers = executors.newCachedThreadPool(component, "HubSpotWorkers");
        this.timer = executors.newSingleThreadScheduledExecutor(component, "HubSpotTimer");
        this.resources =
                new ClientResources(calls, timer, Clock.systemUTC(), System::nanoTime, ThreadLocalRandom::current);
    }

    /** A client as a configuration asks for; what can be shared with other endpoints is. */
    synchronized HubSpotClient client(HubSpotConfiguration configuration) throws Exception {
        QuotaLimits limits = new QuotaLimits(
                configuration.getRequestsPerTenSeconds(),
                configuration.getSearchesPerSecond(),
                configuration.getMaxConcurrentCalls());
        AccountGovernor governor = governors.computeIfAbsent(
                new Account(configuration.getBaseUrl(), configuration.getAccessToken()),
                account -> new AccountGovernor(limits, resources));
        governor.restrict(limits);
        return new HubSpotClient(
                ApiVersion.of(configuration.getApiVersion()),
                transport(configuration),
                governor,
                configuration::getAccessToken,
                new RetryPolicy(configuration.getMaxRetries(), configuration.getMaxRetryDelay()),
                configuration.getMaxResponseSize(),
                resources);
    }

    private CamelHttpTransport transport(HubSpotConfiguration configuration) throws Exception {
        SSLContextParameters ssl = configuration.getSslContextParameters() != null
                ? configuration.getSslContextParameters()
                : component.globalSslContextParameters();
        CamelHttpTransport.Settings settings = new CamelHttpTransport.Settings(
                configuration.getBaseUrl(),
                configuration.getConnectTimeout(),
                configuration.getResponseTimeout(),
                configuration.getMaxConcurrentCalls(),
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

    /** The calls in flight and those that wait, of all accounts. */
    synchronized Load load() {
        return new Load(
                governors.size(),
                governors.values().stream().mapToInt(AccountGovernor::inFlight).sum(),
                governors.values().stream().mapToInt(AccountGovernor::waiting).sum());
    }

    /**
     * What goes on at a moment.
     *
     * @param accounts the accounts that have a quota of their own
     * @param inFlight the calls that are being sent
     * @param waiting the calls that wait for quota, a slot or a retry
     */
    record Load(int accounts, int inFlight, int waiting) {}

    /** Lets calls go, again after {@link #stop}. */
    synchronized void start() {
        governors.values().forEach(AccountGovernor::start);
    }

    /** Ends all waiting; what waited fails at once. */
    synchronized void stop() {
        governors.values().forEach(AccountGovernor::stop);
    }

    synchronized void close() {
        stop();
        governors.clear();
        executors.shutdownGraceful(calls);
        executors.shutdownGraceful(workers);
        executors.shutdownNow(timer);
        transports.values().forEach(CamelHttpTransport::close);
        transports.clear();
    }

    /** Whose quota a call counts against; without a printed form, since it holds a secret. */
    private record Account(String baseUrl, String accessToken) {
        @Override
        public String toString() {
            return "Account[" + baseUrl + "]";
        }
    }

    private record Connection(CamelHttpTransport.Settings settings, HttpComponent httpComponent) {}
}
