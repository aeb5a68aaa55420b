// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

/**
 * A token that calls carry; its printed form hides it.
 *
 * @param value the token
 * @param life how long it is accepted from when it was fetched; null where nothing says when it ends
 */
public record AccessToken(String value, Duration life) {

    /** A longer life is as good as none, and cannot be reckoned with to the nanosecond. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** A shorter text is a word that may stand anywhere, and no secret. */
    private static final int SHORTEST_SECRET = 12;

    public AccessToken {
        life = life != null && life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }

    /** Whether a text can be a token: no blank, line end or other character that would split a header. */
    public static boolean wellFormed(String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** A text that a server gave, without the token, which it may have repeated. */
    String hideIn(String text) {
        return hide(value, text);
    }

    /** A text without a secret that may be in it. */
    static String hide(String secret, String text) {
        return text == null || secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "xxxxxx");
    }

    @Override
    public String toString() {
        return "AccessToken[life=" + life + "]";
    }
}
