// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.util.function.Supplier;

/** The routes that are compared: each of the component's next to what is written without it. */
public enum Variant {
    /** One by one through the component. */
    CREATE("create, hubspot:", false, () -> new OneByOne(Routes::componentCreate)),

    /** One by one through camel-jackson and camel-http. */
    HTTP_CREATE("create, jackson + http", false, () -> new OneByOne(Routes::httpCreate)),

    /** A stream of records through the component, which makes the batches. */
    BATCH("batchCreate, hubspot:", true, () -> new OneStream(Routes::componentBatch)),

    /** A stream of records, cut into batches by a splitter, through camel-jackson and camel-http. */
    HTTP_BATCH("batches, jackson + http", true, () -> new OneStream(Routes::httpBatch));

    private final String title;
    private final boolean batches;
    private final Supplier<RouteUnderTest> route;

    Variant(String title, boolean batches, Supplier<RouteUnderTest> route) {
        this.title = title;
        this.batches = batches;
        this.route = route;
    }

    /** What a table calls it. */
    public String title() {
        return title;
    }

    /** Whether a call carries 100 records, else one. */
    public boolean batches() {
        return batches;
    }

    RouteUnderTest newRoute() {
        return route.get();
    }
}
