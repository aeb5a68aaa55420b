// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import org.apache.camel.CamelContext;

/** One of the routes that are compared, and how records are put into it. */
interface RouteUnderTest extends AutoCloseable {

    /** How many calls are to be in flight. */
    int CONCURRENCY = 8;

    /** Adds the route to a context that is not started yet. */
    void addTo(CamelContext context, String hubSpotUrl) throws Exception;

    /** Sends so many companies through the route and returns when the last has its answer. */
    void send(CamelContext context, long records) throws Exception;

    @Override
    default void close() {}
}
