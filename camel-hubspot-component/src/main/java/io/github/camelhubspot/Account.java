// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.client.AccountGovernor;
import io.github.camelhubspot.client.ClientAccount;
import io.github.camelhubspot.client.ClientResources;
import io.github.camelhubspot.health.AccountHealth;
import io.github.camelhubspot.lookup.RecentRecords;
import io.github.camelhubspot.lookup.SchemaCache;

/**
 * What a component knows of one HubSpot account, and forgets when the account is idle.
 *
 * @param calls its quota and tokens
 * @param resources what its clients work with
 * @param health what HubSpot's answers say of it
 * @param labelLists its association labels, by the pair of types
 * @param created the records that were created last
 * @param schemas the properties of its object types
 */
record Account(
        AccountKey key,
        ClientAccount calls,
        ClientResources resources,
        AccountHealth health,
        Map<String, JsonNode> labelLists,
        RecentRecords created,
        SchemaCache schemas) {

    /** Far beyond HubSpot's window of ten seconds, so that nothing that still counts is forgotten. */
    static final Duration IDLE = Duration.ofMinutes(10);

    /** What is wrong with an account that the configuration names must not be forgotten while nobody has put it right. */
    static final Duration IDLE_WHILE_FAILING = Duration.ofDays(1);

    Account(AccountKey key, ClientAccount calls, ClientResources resources, AccountHealth health) {
        this(
                key,
                calls,
                resources,
                health,
                new ConcurrentHashMap<>(),
                new RecentRecords(),
                new SchemaCache(resources.timing()));
    }

    AccountGovernor governor() {
        return calls.governor();
    }

    /** Whether nobody has used it for so long that it is to be forgotten. */
    boolean idle() {
        AccountHealth.State state = health.state();
        return calls.tokens().forgettable()
                && governor().idleFor(state.configured() && state.failing() ? IDLE_WHILE_FAILING : IDLE);
    }
}
