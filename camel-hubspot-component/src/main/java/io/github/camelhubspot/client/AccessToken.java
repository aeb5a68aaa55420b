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

    /** Whether a text can be a token: no blank, line end or other character that would split a header. */
    public static boolean wellFormed(String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return "AccessToken[life=" + life + "]";
    }
}
