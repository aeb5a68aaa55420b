// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

import io.github.camelhubspot.HubSpotValidationException;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Takes orders, one with each request, and answers when they are written. An order may be sent again. */
@Path("/orders")
public class OrderResource {

    private static final Logger LOG = Logger.getLogger(OrderResource.class);
    private static final int UNPROCESSABLE = 422;

    @Inject
    ProducerTemplate camel;

    /** Writes an order. */
    @POST
    public Response take(Order order) {
        if (order == null) {
            throw new BadRequestException();
        }
        Exchange done =
                camel.send("direct:order", exchange -> exchange.getMessage().setBody(order));
        Exception failure = done.getException();
        if (failure == null) {
            return Response.ok(new Receipt(
                            order.number(),
                            done.getVariable("deal", String.class),
                            done.getVariable("company", String.class),
                            null))
                    .build();
        }
        LOG.warnf("The order %s was not written: %s", order.number(), failure.getMessage());
        // HubSpot refused it, or it is so plainly wrong that HubSpot was not asked.
        boolean refused = failure instanceof HubSpotValidationException || failure instanceof IllegalArgumentException;
        return Response.status(refused ? UNPROCESSABLE : Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                .entity(new Receipt(order.number(), null, null, failure.getMessage()))
                .build();
    }
}
