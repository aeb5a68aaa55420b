// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelhubspot.HubSpotConfiguration;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotToken;

import static org.assertj.core.api.Assertions.assertThat;

/** The secrets of each way to a token, and what of them may stand nowhere. */
enum Secrets {
    STATIC(configuration -> configuration.setAccessToken(Secrets.ACCESS)),
    OAUTH(configuration -> {
        configuration.setClientId("c1ient-id");
        configuration.setClientSecret(Secrets.CLIENT);
        configuration.setRefreshToken(Secrets.REFRESH);
    }),
    PROVIDER(configuration -> configuration.setTokenProvider(account -> HubSpotToken.of(Secrets.ACCESS)));

    static final String ACCESS = "pat5ecret-na1-0123-acce55word-tokenva1ue";
    static final String CLIENT = "c1ient5ecret-0123-c1ientword-secretva1ue";
    static final String REFRESH = "na15ecret-0123-refre5hword-refreshva1ue";

    /** Parts long enough to be no words of anything else: a parser may quote a piece only. */
    private static final List<String> TRACES = List.of(
            "pat5ecret",
            "acce55word",
            "tokenva1ue",
            "c1ient5ecret",
            "c1ientword",
            "secretva1ue",
            "na15ecret",
            "refre5hword",
            "refreshva1ue");

    final Consumer<HubSpotConfiguration> credentials;

    Secrets(Consumer<HubSpotConfiguration> credentials) {
        this.credentials = credentials;
    }

    static void assertNotIn(String what, String text) {
        assertThat(TRACES).as("secrets in %s: %s", what, text).noneMatch(text::contains);
    }

    /** An exception with all its causes, as a log prints it, and what the server's words became in it. */
    static void assertNotIn(Throwable exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        assertNotIn("the stack trace", trace.toString());
        if (exception instanceof HubSpotException hubSpot) {
            assertNotIn("the error", String.valueOf(hubSpot.getError()));
            assertNotIn("the category", String.valueOf(hubSpot.getCategory()));
            assertNotIn("the correlation id", String.valueOf(hubSpot.getCorrelationId()));
        }
    }
}
