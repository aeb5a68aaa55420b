// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ConnectHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.util.Methods;

/** A forward proxy that opens tunnels to anywhere, and passes plain requests on to one server. */
final class ForwardProxy implements AutoCloseable {

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger tunnels = new AtomicInteger();
    private final Undertow server;

    ForwardProxy(URI plainTarget) {
        HttpHandler plain = Handlers.proxyHandler(new LoadBalancingProxyClient().addHost(plainTarget));
        HttpHandler connect = new ConnectHandler(exchange -> exchange.setStatusCode(400));
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    boolean tunnel = exchange.getRequestMethod().equals(Methods.CONNECT);
                    (tunnel ? tunnels : requests).incrementAndGet();
                    (tunnel ? connect : plain).handleRequest(exchange);
                })
                .build();
        server.start();
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    int requests() {
        return requests.get();
    }

    int tunnels() {
        return tunnels.get();
    }

    @Override
    public void close() {
        server.stop();
    }
}
