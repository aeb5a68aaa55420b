// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

/**
 * How much an account allows.
 *
 * @param requestsPerTenSeconds the calls in ten seconds, for the general window and for associations each
 * @param searchesPerSecond the searches in one second
 * @param maxConcurrentCalls the calls in flight at once
 */
public record QuotaLimits(int requestsPerTenSeconds, int searchesPerSecond, int maxConcurrentCalls) {

    /** The lower one of each limit: endpoints that share an account share the strictest of what they ask for. */
    QuotaLimits strictest(QuotaLimits other) {
        return new QuotaLimits(
                Math.min(requestsPerTenSeconds, other.requestsPerTenSeconds),
                Math.min(searchesPerSecond, other.searchesPerSecond),
                Math.min(maxConcurrentCalls, other.maxConcurrentCalls));
    }
}
