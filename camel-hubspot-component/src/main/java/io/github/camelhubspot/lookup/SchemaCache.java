// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.client.Timing;

/**
 * The property schemas of one account: each is read once, by one call however many wait for it, and again when it is old or
 * in doubt.
 *
 * <p>Thread-safe.
 */
public final class SchemaCache {

    /** How long a schema is trusted, while nothing speaks against it. */
    static final Duration AGE = Duration.ofMinutes(10);

    /** How long the doubt about a property is not raised again, and a missing scope not asked for again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int MAX_DOUBTS = 1000;

    private final Timing timing;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<Doubt, Long> doubts = new HashMap<>();

    public SchemaCache(Timing timing) {
        this.timing = timing;
    }

    /** The schema of a type, read where it is not known. */
    Asked of(String type, Supplier<CompletableFuture<LookupResult<PropertySchema>>> read) {
        Reading mine = null;
        Reading known;
        synchronized (this) {
            known = readings.get(type);
            if (known == null || old(known)) {
                mine = begin(type);
            }
        }
        return mine == null ? new Asked(known.result, false) : carryOut(type, mine, read);
    }

    /** The schema, read again where one of these properties was not in doubt lately. */
    Asked again(
            String type,
            Collection<String> properties,
            Supplier<CompletableFuture<LookupResult<PropertySchema>>> read) {
        Reading mine = null;
        synchronized (this) {
            if (doubt(type, properties)) {
                mine = begin(type);
            }
        }
        return mine == null ? of(type, read) : carryOut(type, mine, read);
    }

    /** Forgets a schema that HubSpot contradicts about these properties, unless they were in doubt lately. */
    synchronized void contradicted(String type, Collection<String> properties) {
        if (readings.containsKey(type) && doubt(type, properties)) {
            readings.remove(type);
        }
    }

    private Reading begin(String type) {
        Reading reading = new Reading(new CompletableFuture<>(), timing.nanoTime());
        readings.put(type, reading);
        return reading;
    }

    private Asked carryOut(
            String type, Reading reading, Supplier<CompletableFuture<LookupResult<PropertySchema>>> read) {
        try {
            read.get().whenComplete((result, fault) -> {
                if (fault != null) {
                    forget(type, reading);
                    reading.result.completeExceptionally(fault);
                    return;
                }
                CallFailure failure = result.failure();
                if (failure != null && failure.kind() != FailureKind.MISSING_SCOPE) {
                    forget(type, reading);
                }
                reading.result.complete(result);
            });
        } catch (RuntimeException e) {
            forget(type, reading);
            reading.result.completeExceptionally(e);
        }
        return new Asked(reading.result, true);
    }

    private synchronized void forget(String type, Reading reading) {
        readings.remove(type, reading);
    }

    private boolean old(Reading reading) {
        if (!reading.result.isDone()) {
            return false;
        }
        boolean failed = reading.result.isCompletedExceptionally()
                || reading.result.join().failure() != null;
        return timing.nanoTime() - reading.since >= (failed ? PAUSE : AGE).toNanos();
    }

    /** Notes a doubt; whether it is news. */
    private boolean doubt(String type, Collection<String> properties) {
        long now = timing.nanoTime();
        boolean news = false;
        for (String property : properties) {
            Doubt doubt = new Doubt(type, property);
            Long since = doubts.get(doubt);
            if (since == null || now - since >= PAUSE.toNanos()) {
                news = true;
                if (doubts.size() >= MAX_DOUBTS) {
                    doubts.clear();
                }
                doubts.put(doubt, now);
            }
        }
        return news;
    }

    /** One reading of a schema, done or under way; each is equal to itself only. */
    private static final class Reading {
        private final CompletableFuture<LookupResult<PropertySchema>> result;
        private final long since;

        private Reading(CompletableFuture<LookupResult<PropertySchema>> result, long since) {
            this.result = result;
            this.since = since;
        }
    }

    /**
     * A schema that is known, or on its way.
     *
     * @param own whether the one who asked for it reads it
     */
    record Asked(CompletableFuture<LookupResult<PropertySchema>> result, boolean own) {}

    private record Doubt(String type, String property) {}
}
