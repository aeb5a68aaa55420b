// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.ClientAccount;

/**
 * What a component knows of one HubSpot account, and forgets when the account is idle.
 *
 * @param calls its quota and tokens
 * @param labelLists its association labels, by the pair of types
 */
record Account(AccountKey key, ClientAccount calls, Map<String, JsonNode> labelLists) {

    Account(AccountKey key, ClientAccount calls) {
        this(key, calls, new ConcurrentHashMap<>());
    }

    AccountGovernor governor() {
        return calls.governor();
    }
}
