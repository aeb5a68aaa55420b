// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.ClientAccount;
import io.github.camelhubspot.lookup.RecentRecords;

/**
 * What a component knows of one HubSpot account, and forgets when the account is idle.
 *
 * @param calls its quota and tokens
 * @param labelLists its association labels, by the pair of types
 * @param created the records that were created last
 */
record Account(AccountKey key, ClientAccount calls, Map<String, JsonNode> labelLists, RecentRecords created) {

    Account(AccountKey key, ClientAccount calls) {
        this(key, calls, new ConcurrentHashMap<>(), new RecentRecords());
    }

    AccountGovernor governor() {
        return calls.governor();
    }
}
