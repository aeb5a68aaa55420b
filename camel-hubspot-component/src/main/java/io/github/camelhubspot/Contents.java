// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.ApiAnswer;

/** Makes the content of a file that HubSpot offers the body of a message, as a stream. */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final ProducerParts parts;

    Contents(ProducerParts parts) {
        this.parts = parts;
    }

    /**
     * Opens the file that an answer names.
     *
     * @param answer HubSpot's answer about an export
     * @throws HubSpotException where there is no such file yet
     */
    CompletableFuture<Runnable> open(CallOptions options, ApiAnswer answer) {
        String url = answer.body() == null ? null : answer.body().path("result").asText(null);
        if (url == null) {
            String state =
                    answer.body() == null ? "" : answer.body().path("status").asText("");
            throw new HubSpotException(
                    "hubspot:" + options.operation().label() + " has no file yet: its state is '" + state
                            + "'; wait until it is COMPLETE, or start it with wait=true",
                    HubSpotError.local("No file yet"),
                    null);
        }
        requireSafe(url, options.configuration().getBaseUrl());
        return parts.client().download(url).thenApply(content -> {
            if (content.failure() != null) {
                throw FailureExceptions.of(options.operation(), content.failure());
            }
            return () -> set(options, answer, content.stream());
        });
    }

    private static void set(CallOptions options, ApiAnswer answer, InputStream content) {
        Exchange exchange = options.exchange();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                try {
                    content.close();
                } catch (IOException e) {
                    LOG.debug("The content of a file was not closed in peace: {}", e.toString());
                }
            }
        });
        SingleCallHandler.headers(options.message(), answer.status(), answer.correlationId());
        options.message().setBody(content);
    }

    /** The file goes over TLS, or comes from where the API itself is. */
    private static void requireSafe(String url, String baseUrl) {
        try {
            URI file = new URI(url);
            URI base = new URI(baseUrl);
            boolean there = base.getScheme().equalsIgnoreCase(file.getScheme())
                    && base.getRawAuthority().equalsIgnoreCase(file.getRawAuthority());
            if (there || ("https".equalsIgnoreCase(file.getScheme()) && file.getHost() != null)) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below, without the URL, which is a credential.
        }
        throw new HubSpotException(
                "HubSpot's URL for the file is no https URL, so that it is not read",
                HubSpotError.local("No https URL"),
                null);
    }
}
