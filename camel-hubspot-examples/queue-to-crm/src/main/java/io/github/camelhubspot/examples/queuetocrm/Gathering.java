// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Gathers bodies in a list that is the body, since of an exchange the database keeps little else. */
final class Gathering implements AggregationStrategy {

    @Override
    @SuppressWarnings("unchecked")
    public Exchange aggregate(Exchange gathered, Exchange next) {
        Object body = next.getMessage().getBody();
        if (gathered == null) {
            next.getMessage().removeHeaders("*");
            // It may be null, which JSON has too; the batch then rejects it.
            List<Object> bodies = new ArrayList<>();
            bodies.add(body);
            next.getMessage().setBody(bodies);
            return next;
        }
        gathered.getMessage().getBody(List.class).add(body);
        return gathered;
    }
}
