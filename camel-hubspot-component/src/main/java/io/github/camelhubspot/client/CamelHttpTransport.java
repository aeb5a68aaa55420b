// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLHandshakeException;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends requests through camel-http, so that TLS, proxies and timeouts are configured the way Camel users know.
 *
 * <p>Every request is a fresh exchange that carries only what HubSpot must see. Redirects are not followed and camel-http
 * repeats nothing by itself: whether a call may be repeated is decided above.
 */
public final class CamelHttpTransport implements Transport, Closeable {

    private final CamelContext context;
    private final HttpComponent component;
    private final boolean ownComponent;
    private final String baseUrl;
    private final HttpEndpoint endpoint;
    private final Producer producer;

    /**
     * Opens a transport.
     *
     * @param component the user's camel-http component, whose own limits bound what is read in front of a body; null for one
     *     of its own
     * @param settings how to reach HubSpot
     */
    public CamelHttpTransport(CamelContext context, HttpComponent component, Settings settings) throws Exception {
        this.context = context;
        this.ownComponent = component == null;
        this.component = ownComponent ? newComponent(context, settings) : component;
        this.baseUrl = settings.baseUrl().replaceAll("/+$", "");
        ServiceHelper.startService(this.component);
        this.endpoint = (HttpEndpoint) this.component.createEndpoint(endpointUri(settings));
        endpoint.setHttpClientConfigurer(
                CompositeHttpConfigurer.combineConfigurers(endpoint.getHttpClientConfigurer(), AnswerGuard::configure));
        ServiceHelper.startService(endpoint);
        this.producer = endpoint.createProducer();
        ServiceHelper.startService(producer);
    }

    private static HttpComponent newComponent(CamelContext context, Settings settings) {
        HttpComponent component = new BoundedHttpComponent();
        component.setCamelContext(context);
        component.setSslContextParameters(settings.sslContextParameters());
        return component;
    }

    private String endpointUri(Settings settings) {
        String uri = baseUrl + "?throwExceptionOnFailure=false&disableStreamCache=true&copyHeaders=false"
                + "&userAgent=camel-hubspot&skipControlHeaders=false&bridgeEndpoint=false"
                + "&responseTimeout=" + settings.responseTimeout().toMillis()
                + "&soTimeout=" + settings.responseTimeout().toMillis();
        if (ownComponent) {
            // HubSpot knows no such dialogue, and HttpClient would log what it takes for a challenge.
            uri += "&httpClient.authenticationEnabled=false"
                    + "&connectTimeout=" + settings.connectTimeout().toMillis()
                    + "&maxTotalConnections=" + settings.maxConnections()
                    + "&connectionsPerRoute=" + settings.maxConnections();
        }
        return uri;
    }

    @Override
    public TransportAnswer send(TransportRequest request) throws IOException {
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
        Message in = exchange.getIn();
        // As the type that camel-http wants: it would convert a text at every call, and at some cost.
        in.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(request.method().name()));
        in.setHeader(Exchange.HTTP_URI, request.absolute() ? request.pathAndQuery() : baseUrl + request.pathAndQuery());
        if (request.authorization() != null) {
            in.setHeader("Authorization", request.authorization());
        }
        in.setHeader("Accept", request.absolute() ? "*/*" : "application/json");
        if (!request.form().isEmpty()) {
            in.setBody(FormEntity.of(request.form()));
        } else if (request.body() != null) {
            in.setBody(new ByteArrayEntity(request.body(), ContentType.create(request.contentType())));
        }
        try {
            producer.process(exchange);
        } catch (ConnectException
                | UnknownHostException
                | NoRouteToHostException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | SSLHandshakeException e) {
            throw new NotSentException(e);
        } catch (IOException e) {
            throw AnswerGuard.withoutQuotes(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
        return answer(exchange.getMessage());
    }

    private static TransportAnswer answer(Message out) {
        Map<String, String> headers = new HashMap<>();
        out.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        InputStream body = out.getBody() instanceof InputStream stream ? stream : InputStream.nullInputStream();
        int status = out.getHeader(Exchange.HTTP_RESPONSE_CODE, int.class);
        return new TransportAnswer(status, headers, body, body, () -> AnswerGuard.abort(body));
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownServices(producer, endpoint);
        if (ownComponent) {
            ServiceHelper.stopAndShutdownService(component);
        }
    }

    /**
     * How to reach HubSpot.
     *
     * @param baseUrl scheme, host and perhaps a path in front of HubSpot's
     * @param connectTimeout the longest wait for a connection
     * @param responseTimeout the longest silence within an answer
     * @param maxConnections the most connections at once
     * @param sslContextParameters the TLS to use; null for Java's own
     */
    public record Settings(
            String baseUrl,
            Duration connectTimeout,
            Duration responseTimeout,
            int maxConnections,
            SSLContextParameters sslContextParameters) {}
}
