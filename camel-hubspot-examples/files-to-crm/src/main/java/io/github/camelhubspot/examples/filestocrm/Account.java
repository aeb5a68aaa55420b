// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/** The HubSpot account that the program writes to: a real one, or the embedded simulator. */
public final class Account implements AutoCloseable {

    private static final String HUBSPOT = "https://api.hubapi.com";

    private final String baseUrl;
    private final String accessToken;
    private final String description;
    private final Runnable closing;

    private Account(String baseUrl, String accessToken, String description, Runnable closing) {
        this.baseUrl = baseUrl;
        this.accessToken = accessToken;
        this.description = description;
        this.closing = closing;
    }

    /** The account that the token opens; without a token, a simulator that lives as long as the program. */
    public static Account of(String accessToken) {
        if (accessToken != null && !accessToken.isBlank()) {
            return new Account(HUBSPOT, accessToken.strip(), "the HubSpot account of HUBSPOT_ACCESS_TOKEN", () -> {});
        }
        HubSpotSimulator simulator = new HubSpotSimulator().start();
        return new Account(
                simulator.baseUrl(),
                simulator.accessToken(),
                "the embedded simulator; set HUBSPOT_ACCESS_TOKEN for a real account",
                simulator::close);
    }

    /** A simulator that lives longer than the program. */
    public static Account of(HubSpotSimulator simulator) {
        return new Account(simulator.baseUrl(), simulator.accessToken(), "a simulator", () -> {});
    }

    String baseUrl() {
        return baseUrl;
    }

    String accessToken() {
        return accessToken;
    }

    String description() {
        return description;
    }

    @Override
    public void close() {
        closing.run();
    }
}
