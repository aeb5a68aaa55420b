// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the endpoint of the option {@code progressUri} how far a job is; what it does with that harms no job. */
final class ProgressEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressEndpoint.class);

    private final Endpoint endpoint;
    private final ProducerTemplate template;

    ProgressEndpoint(Endpoint endpoint, ProducerTemplate template) {
        this.endpoint = endpoint;
        this.template = template;
    }

    /** Sends what HubSpot says of a job, with the headers of the exchange that waits for it. */
    void tell(Exchange waiting, String id, Object job) {
        Exchange exchange = ExchangeHelper.createCorrelatedCopy(waiting, false);
        exchange.setPattern(ExchangePattern.InOnly);
        exchange.getMessage().setBody(job);
        exchange.getMessage().setHeader(HubSpotConstants.RESULT_ID, id);
        template.asyncSend(endpoint, exchange).whenComplete((sent, fault) -> {
            Throwable failure = fault != null ? fault : sent.getException();
            if (failure != null) {
                LOG.warn("The progress of {} could not be told: {}", id, failure.toString());
            }
        });
    }
}
