// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Set;

import org.apache.camel.CamelContext;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.camelhubspot.client.SharedQuota;

/** Finds the store through which the nodes of a cluster share their quota: Bucket4j's proxy manager in the registry. */
final class SharedQuotas {

    private SharedQuotas() {}

    /**
     * The store.
     *
     * @return null where the registry has none
     * @throws IllegalArgumentException where it has several, or quotaNodes does not fit to it
     */
    static SharedQuota find(CamelContext context, HubSpotConfiguration configuration) {
        @SuppressWarnings("rawtypes")
        Set<ProxyManager> found = context.getRegistry().findByType(ProxyManager.class);
        int nodes = configuration.getQuotaNodes();
        if (found.size() > 1) {
            throw new IllegalArgumentException("The registry holds " + found.size()
                    + " Bucket4j proxy managers; keep the one with String keys that shares HubSpot's quota");
        }
        if (found.isEmpty()) {
            if (nodes > 0) {
                throw new IllegalArgumentException(
                        "The option quotaNodes is " + nodes
                                + ", but the registry holds no Bucket4j ProxyManager through which the nodes could share"
                                + " their quota; add one, or remove quotaNodes and set requestsPerTenSeconds to this node's share");
            }
            return null;
        }
        if (nodes < 1) {
            throw new IllegalArgumentException("The option quotaNodes is missing; the registry holds a Bucket4j"
                    + " ProxyManager, and quotaNodes says how many nodes share the quota through it, so that each knows"
                    + " its share while the store is lost");
        }
        @SuppressWarnings("unchecked")
        ProxyManager<String> buckets = found.iterator().next();
        return new SharedQuota(buckets, nodes);
    }
}
