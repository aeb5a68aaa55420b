// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.common;

import io.github.camelhubspot.simulator.HubSpotSimulator;

/** The HubSpot account that an example works with: a real one, or the embedded simulator. */
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

    /** The account of the environment variable {@code HUBSPOT_ACCESS_TOKEN}; without one, the embedded simulator. */
    public static Account ofEnvironment() {
        return of(System.getenv("HUBSPOT_ACCESS_TOKEN"));
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

    /**
     * The account for what is read from a source of the user's own: it must not end in a simulator that is gone with the
     * program.
     *
     * @param accessToken the value of {@code HUBSPOT_ACCESS_TOKEN}
     * @param source the environment variable that names the source
     * @throws IllegalArgumentException where there is no token
     */
    public static Account real(String accessToken, String source) {
        if (accessToken == null || accessToken.isBlank()) {
            throw new IllegalArgumentException(
                    source + " is set and HUBSPOT_ACCESS_TOKEN is not: what is read there is not"
                            + " for the embedded simulator. Set HUBSPOT_ACCESS_TOKEN, or leave " + source + " out");
        }
        return of(accessToken);
    }

    /** A simulator that lives longer than the program. */
    public static Account of(HubSpotSimulator simulator) {
        return new Account(simulator.baseUrl(), simulator.accessToken(), "a simulator", () -> {});
    }

    /** Where its API is; the option {@code baseUrl}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The option {@code accessToken}. */
    public String accessToken() {
        return accessToken;
    }

    /** What a user is to read of it, without the token. */
    public String description() {
        return description;
    }

    @Override
    public void close() {
        closing.run();
    }
}
