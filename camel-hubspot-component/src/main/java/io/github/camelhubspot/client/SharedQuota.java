// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import io.github.bucket4j.distributed.proxy.ProxyManager;

/**
 * The store through which several nodes share the quota of an account.
 *
 * @param buckets Bucket4j's buckets by their keys
 * @param nodes how many nodes there are; each takes so much of the quota while the store is lost
 */
public record SharedQuota(ProxyManager<String> buckets, int nodes) {}
