// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.metrics;

import java.time.Duration;
import java.util.Locale;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** The meters of calls, of all accounts together. The values of their tags come from the operation catalogue or HTTP. */
final class CallTimers {

    private static final String OPERATION = "operation";
    private static final String OUTCOME = "outcome";
    private static final String SUCCESS = "success";
    private static final int LAST_KNOWN_STATUS = 599;

    private final MeterProvider<Timer> calls;
    private final MeterProvider<Timer> waits;
    private final MeterProvider<Counter> retries;
    private final MeterProvider<Counter> tokens;

    CallTimers(MeterRegistry registry, Tags tags) {
        calls = Timer.builder("camel.hubspot.calls")
                .description("The calls to HubSpot, from handing them in to their end, with all waits and retries")
                .tags(tags)
                .withRegistry(registry);
        waits = Timer.builder("camel.hubspot.call.wait")
                .description("How long calls waited for quota and a free slot before they were sent")
                .tags(tags)
                .withRegistry(registry);
        retries = Counter.builder("camel.hubspot.call.retries")
                .description("The calls that were sent again, by the status that made it necessary")
                .tags(tags)
                .withRegistry(registry);
        tokens = Counter.builder("camel.hubspot.tokens.fetched")
                .description("The access tokens that were fetched, or were not to be had")
                .tags(tags)
                .withRegistry(registry);
    }

    void ended(ApiOperation operation, CallResult result, Duration whole) {
        String outcome = result instanceof CallFailure failure ? lower(failure.kind()) : SUCCESS;
        calls.withTags(OPERATION, name(operation), OUTCOME, outcome).record(whole);
    }

    void waited(ApiOperation operation, Duration wait) {
        waits.withTag(OPERATION, name(operation)).record(wait);
    }

    void retried(ApiOperation operation, int status) {
        retries.withTags(OPERATION, name(operation), "status", status(status)).increment();
    }

    void tokenFetched(boolean success) {
        tokens.withTag(OUTCOME, success ? SUCCESS : "failure").increment();
    }

    private static String status(int status) {
        if (status == 0) {
            return "none";
        }
        return status > LAST_KNOWN_STATUS ? "other" : Integer.toString(status);
    }

    static String name(ApiOperation operation) {
        return operation.resource() + '.' + operation.name();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
