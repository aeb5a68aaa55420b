// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.calls.CallRecorder;
import io.github.camelhubspot.simulator.calls.RecordedCall;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.events.Events;
import io.github.camelhubspot.simulator.faults.FaultScript;
import io.github.camelhubspot.simulator.lists.Lists;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.server.RateLimits;
import io.github.camelhubspot.simulator.server.SimulatorServer;
import io.github.camelhubspot.simulator.server.Stores;
import io.github.camelhubspot.simulator.settings.SimulatorClock;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/**
 * A HubSpot account with its API, in this process.
 *
 * <pre>{@code
 * try (HubSpotSimulator hubSpot = new HubSpotSimulator().start()) {
 *     hubSpot.crm().create("companies", Map.of("name", "Acme"));
 *     // … calls to hubSpot.baseUrl() with the token hubSpot.accessToken() …
 *     assertThat(hubSpot.calls()).hasSize(1);
 * }
 * }</pre>
 */
public final class HubSpotSimulator implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final SimulatorSettings settings = new SimulatorSettings();
    private final SimulatorClock clock = new SimulatorClock();
    private final FaultScript faults = new FaultScript(clock);
    private final Crm crm = new Crm(settings, clock);
    private final CallRecorder recorder = new CallRecorder(settings, clock);
    private final OAuthApp oauth = new OAuthApp(settings, clock);
    private final RateLimits rateLimits = new RateLimits(settings, clock);
    private final Stores stores = Stores.of(crm, settings, clock);
    private final SimulatorServer server =
            new SimulatorServer(crm, settings, clock, recorder, faults, rateLimits, oauth, stores);
    private boolean started;

    /** Listens on a free port of the loopback interface. */
    public HubSpotSimulator start() {
        return start(0);
    }

    /** Listens on a port of the loopback interface. */
    public HubSpotSimulator start(int port) {
        return start(LOOPBACK, port);
    }

    /** Listens on a port of the interface with this address or host name. */
    public synchronized HubSpotSimulator start(String host, int port) {
        if (started) {
            throw new IllegalStateException("The simulator already listens at " + baseUrl());
        }
        server.start(host, port);
        started = true;
        return this;
    }

    /** Where the simulator listens, such as {@code http://127.0.0.1:12345}. */
    public String baseUrl() {
        if (server.baseUrl() == null) {
            throw new IllegalStateException("The simulator has not been started");
        }
        return server.baseUrl();
    }

    /** The private app's token that calls need. */
    public String accessToken() {
        return settings.accessToken();
    }

    /**
     * The calls in the order of their arrival, also those that are still being answered. The newest
     * {@link SimulatorSettings#maxKeptCalls()} are kept.
     */
    public List<RecordedCall> calls() {
        return recorder.calls();
    }

    /**
     * How many calls were answered with each HTTP status since {@link #clearCalls()}, also those that are no longer kept.
     * A call whose connection was closed or left silent has no status, and is not counted.
     */
    public Map<Integer, Long> callCounts() {
        return recorder.counts();
    }

    /**
     * How many calls the simulator's own rate limits have refused since {@link #clearCalls()}; 429 answers of faults do
     * not count.
     */
    public long rateLimitRefusals() {
        return rateLimits.refusals().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** As {@link #rateLimitRefusals()}, by policy: TEN_SECONDLY_ROLLING, SECONDLY, DAILY. */
    public Map<String, Long> rateLimitRefusalsByPolicy() {
        return rateLimits.refusals();
    }

    /**
     * How many calls the general ten-secondly limit has let pass since {@link #clearCalls()}: all but searches and
     * association batches, also while the limit is switched off.
     */
    public long tenSecondlyCalls() {
        return rateLimits.tenSecondlyCalls();
    }

    /** Forgets the calls, all counts of calls, and the most that were ever in flight. */
    public void clearCalls() {
        recorder.clear();
        rateLimits.clearCounts();
    }

    /** How many calls are being answered right now; a call that a fault leaves without an answer is not. */
    public int inFlight() {
        return recorder.inFlight();
    }

    /** The most calls that were being answered at one time since {@link #clearCalls()}. */
    public int maxInFlight() {
        return recorder.maxInFlight();
    }

    /** The account's content; the same object also after a reset. */
    public Crm crm() {
        return crm;
    }

    public SimulatorSettings settings() {
        return settings;
    }

    public FaultScript faults() {
        return faults;
    }

    /** The public app, for calls with OAuth tokens instead of {@link #accessToken()}. */
    public OAuthApp oauth() {
        return oauth;
    }

    /** The occurrences of custom events that were sent. */
    public Events events() {
        return stores.events();
    }

    /** The lists of records; the same object also after a reset. */
    public Lists lists() {
        return stores.lists();
    }

    public SimulatorClock clock() {
        return clock;
    }

    /** Makes everything new: the account, its files and events, the calls, the faults, the settings, the limits, the tokens and the clock. */
    public HubSpotSimulator reset() {
        faults.clear();
        settings.reset();
        clock.reset();
        crm.reset();
        stores.reset();
        oauth.reset();
        rateLimits.reset();
        recorder.clear();
        return this;
    }

    /** Stops listening. The content stays, and the simulator can be started again. */
    @Override
    public synchronized void close() {
        if (started) {
            server.stop();
            started = false;
        }
    }
}
