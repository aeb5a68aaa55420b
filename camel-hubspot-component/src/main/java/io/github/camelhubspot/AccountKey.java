// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose quota a call counts against.
 *
 * @param baseUrl where HubSpot is
 * @param account the name of the tenant; null for none
 * @param credentials what distinguishes the app: a token, the parts of an OAuth grant, or a token provider
 */
record AccountKey(String baseUrl, String account, Object credentials) {

    /** What names the account in logs and measurements. */
    String label() {
        return account == null ? "the default account" : "account " + account;
    }

    /** The same for all nodes of a cluster, and no secret can be read from it. */
    String digest() {
        String text =
                baseUrl + '\n' + account + '\n' + (credentials instanceof HubSpotTokenProvider ? "" : credentials);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "hubspot:" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "AccountKey[" + baseUrl + ", " + account + "]";
    }
}
