// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.health;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How it stands with the accounts of a component.
 *
 * @param lastSuccess when a call to any account last succeeded; null where none did
 */
public record ComponentHealth(List<AccountHealth.State> accounts, Instant lastSuccess) {

    /**
     * Whether something is wrong with the whole: with an account that the configuration names, or with all of those that
     * only messages name. One of these alone must not take an application out of service, since anybody may name it.
     */
    boolean down() {
        boolean configuredFails = accounts.stream().anyMatch(account -> account.configured() && account.failing());
        List<AccountHealth.State> others =
                accounts.stream().filter(account -> !account.configured()).toList();
        return configuredFails || (!others.isEmpty() && others.stream().allMatch(AccountHealth.State::failing));
    }

    /** The accounts with which something is wrong. */
    Stream<AccountHealth.State> failing() {
        return accounts.stream().filter(AccountHealth.State::failing);
    }
}
