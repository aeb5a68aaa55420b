// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;

/** A TLS server in front of another, with a certificate of its own making in {@code company-ca.p12}. */
final class Gateway implements AutoCloseable {

    static final String PASSWORD = "change&it+100%";

    private static final Path STORE = Path.of("company-ca.p12").toAbsolutePath();

    private final AtomicInteger requests = new AtomicInteger();
    private final Undertow server;

    Gateway(URI target) throws Exception {
        makeCertificate();
        HttpHandler forward = Handlers.proxyHandler(new LoadBalancingProxyClient().addHost(target));
        server = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", tls())
                .setHandler(exchange -> {
                    requests.incrementAndGet();
                    forward.handleRequest(exchange);
                })
                .build();
        server.start();
    }

    private static void makeCertificate() throws Exception {
        if (Files.exists(STORE)) {
            return;
        }
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        STORE.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("keytool.log").toFile())
                .start();
        ProxyTest.awaitSuccess(process);
    }

    private static SSLContext tls() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    String url() {
        return "https://127.0.0.1:"
                + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop();
    }
}
