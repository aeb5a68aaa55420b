// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.ExchangeHelper;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.RejectedSink;

/** Hands inputs that did not succeed to the endpoint of the option {@code rejectedUri}, each with its error in headers. */
final class RejectedEndpoint {

    private final Endpoint endpoint;
    private final ProducerTemplate template;

    RejectedEndpoint(Endpoint endpoint, ProducerTemplate template) {
        this.endpoint = endpoint;
        this.template = template;
    }

    /** A sink whose exchanges carry the headers of the batch's exchange, such as the name of its file. */
    RejectedSink sinkFor(Exchange batch) {
        return outcome -> {
            Exchange exchange = ExchangeHelper.createCorrelatedCopy(batch, false);
            exchange.setPattern(ExchangePattern.InOnly);
            describe(exchange.getMessage(), outcome);
            return template.asyncSend(endpoint, exchange).thenCompose(RejectedEndpoint::taken);
        };
    }

    private static CompletableFuture<Void> taken(Exchange sent) {
        return sent.getException() == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(sent.getException());
    }

    private static void describe(Message message, BatchOutcome outcome) {
        message.setBody(outcome.input());
        message.setHeader(HubSpotConstants.OUTCOME, outcome.status());
        message.setHeader(HubSpotConstants.RECORD_INDEX, outcome.index());
        message.setHeader(HubSpotConstants.RECORD_KEY, outcome.key());
        HubSpotError error = outcome.error();
        if (error != null) {
            message.setHeader(HubSpotConstants.ERROR_MESSAGE, error.message());
            message.setHeader(HubSpotConstants.ERROR_CATEGORY, error.category());
            message.setHeader(
                    HubSpotConstants.ERROR_PROPERTIES, error.propertyNames().collect(Collectors.joining(",")));
            message.setHeader(HubSpotConstants.STATUS_CODE, error.status());
            message.setHeader(HubSpotConstants.CORRELATION_ID, error.correlationId());
        }
    }
}
