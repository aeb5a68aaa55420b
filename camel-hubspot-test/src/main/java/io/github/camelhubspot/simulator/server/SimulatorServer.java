// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.net.InetSocketAddress;
import java.time.Clock;

import io.github.camelhubspot.simulator.calls.CallRecorder;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.faults.FaultScript;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;

/** The HTTP server in front of the simulated HubSpot. */
public final class SimulatorServer {

    // Delayed calls hold a thread each; threads are made only when there is work for them.
    private static final int MOST_WORKERS = 256;
    private static final int PATIENCE_AT_STOP = 200;

    private final CallHandler handler;
    private final AnswerSender sender;
    private Undertow undertow;

    public SimulatorServer(
            Crm crm,
            SimulatorSettings settings,
            Clock clock,
            CallRecorder recorder,
            FaultScript faults,
            RateLimits rateLimits,
            OAuthApp oauth,
            Stores stores) {
        Dispatcher dispatcher = new Dispatcher(crm, settings, clock, rateLimits, oauth, stores);
        this.sender = new AnswerSender(recorder, clock);
        this.handler = new CallHandler(dispatcher, recorder, faults, new CorrelationIds(clock), sender);
    }

    /** Starts to listen and gives the port, which the system chooses for port 0. */
    public int start(String host, int port) {
        undertow = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(2)
                .setWorkerThreads(MOST_WORKERS)
                // The path is recorded as it is on the wire, so nothing may decode it before.
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // The date is that of the simulator's clock, and set with the answer.
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                // Calls that are held back are interrupted when the simulator stops.
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, PATIENCE_AT_STOP)
                .setHandler(handler)
                .build();
        undertow.start();
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        String urlHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        handler.baseUrl("http://" + urlHost + ":" + address.getPort());
        return address.getPort();
    }

    /** Where the server listens. */
    public String baseUrl() {
        return handler.baseUrl();
    }

    public void stop() {
        sender.stop();
        undertow.stop();
    }
}
