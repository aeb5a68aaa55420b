// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.server;

import java.net.InetSocketAddress;

import io.github.camelhubspot.benchmarks.process.Arguments;
import io.github.camelhubspot.benchmarks.process.Lines;
import io.undertow.Undertow;

/**
 * A HubSpot that accepts every record at once and counts; {@code GET /stats} tells the counts.
 *
 * <p>Arguments: {@code port=0} (chosen by the system), {@code latency=0} (milliseconds before each answer). It prints its URL
 * and ends with its standard input, so that it cannot outlive the process that started it.
 */
public final class CannedServer {

    private CannedServer() {}

    /** Runs the server until its standard input ends. */
    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args, "port", "latency");
        Undertow server = Undertow.builder()
                .addHttpListener((int) arguments.number("port", 0), "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(1)
                .setHandler(new CallHandler(arguments.number("latency", 0)))
                .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        System.out.println(Lines.URL + "http://127.0.0.1:" + address.getPort());
        while (System.in.read() >= 0) {
            // Wait for the end of the input.
        }
        server.stop();
    }
}
