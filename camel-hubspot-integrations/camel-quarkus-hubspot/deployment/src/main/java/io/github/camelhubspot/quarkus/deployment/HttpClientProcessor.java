// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.net.Socket;

import javax.net.ssl.SSLParameters;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.auth.BearerScheme;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.SocketConfig;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;

/**
 * Tells a native image what camel-http and its HttpClient do by reflection. Camel Quarkus' extension of camel-http says the
 * same; it need not be there.
 */
final class HttpClientProcessor {

    /** camel-http sets the options {@code httpClient.*} and those of the socket by the names of these setters. */
    @BuildStep
    ReflectiveClassBuildItem builders() {
        return ReflectiveClassBuildItem.builder(
                        HttpClientBuilder.class, RequestConfig.Builder.class, SocketConfig.Builder.class)
                .methods()
                .build();
    }

    /** HttpClient's cache of authentication, which serves proxies, makes new ones of those that have a state. */
    @BuildStep
    ReflectiveClassBuildItem authenticationSchemes() {
        return ReflectiveClassBuildItem.builder(BasicScheme.class, BearerScheme.class)
                .build();
    }

    /** Options of sockets and TLS that HttpClient must not presume of the Java that it runs on. */
    @BuildStep
    void sockets(BuildProducer<ReflectiveClassBuildItem> types) {
        types.produce(ReflectiveClassBuildItem.builder(Socket.class, SSLParameters.class)
                .methods()
                .build());
        types.produce(ReflectiveClassBuildItem.builder("jdk.net.ExtendedSocketOptions")
                .fields()
                .build());
    }

    @BuildStep
    NativeImageResourceBuildItem resources() {
        return new NativeImageResourceBuildItem(
                "org/publicsuffix/list/effective_tld_names.dat",
                "org/apache/hc/client5/version.properties",
                "org/apache/hc/core5/version.properties");
    }

    /** It holds a random generator, whose seed must not be that of the build. */
    @BuildStep
    RuntimeInitializedClassBuildItem ntlm() {
        return new RuntimeInitializedClassBuildItem("org.apache.hc.client5.http.impl.auth.NTLMEngineImpl");
    }
}
