// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.health;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Tells whether HubSpot accepts what a component sends, from the answers that came anyway: it makes no call. */
final class HubSpotHealthCheck extends AbstractHealthCheck {

    /** So many accounts are told of one by one. */
    private static final int MAX_ACCOUNTS = 10;

    private final Supplier<ComponentHealth> health;

    HubSpotHealthCheck(String component, Supplier<ComponentHealth> health) {
        super("camel", "producer:" + component);
        this.health = health;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        ComponentHealth now = health.get();
        List<AccountHealth.State> failing = now.failing().toList();
        builder.detail("accounts", now.accounts().size());
        builder.detail("accounts.failing", failing.size());
        builder.detail(
                "last.success",
                now.lastSuccess() == null ? "none yet" : now.lastSuccess().toString());
        String scopes = failing.stream()
                .flatMap(account -> account.missingScopes().stream())
                .distinct()
                .limit(MAX_ACCOUNTS)
                .collect(Collectors.joining(", "));
        if (!scopes.isEmpty()) {
            builder.detail("missing.scopes", scopes);
        }
        String problems = failing.stream()
                .limit(MAX_ACCOUNTS)
                .map(account -> account.account() + ": " + String.join("; ", account.problems()))
                .collect(Collectors.joining(". "));
        if (!problems.isEmpty()) {
            builder.detail("problems", problems);
        }
        if (now.down()) {
            builder.message(problems).down();
        } else {
            builder.up();
        }
    }
}
