// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes addresses that open a door without a token until they expire, and knows them again. */
public final class SignedUrls {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String EXPIRES = "Expires";
    private static final String SIGNATURE = "Signature";

    private final Clock clock;
    private final SecretKeySpec key =
            new SecretKeySpec(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), ALGORITHM);

    public SignedUrls(Clock clock) {
        this.clock = clock;
    }

    /** The address with what opens it until the given time, to the second as HubSpot's own have it. */
    public String sign(String baseUrl, String path, Instant expiresAt) {
        long expires = expiresAt.getEpochSecond();
        return baseUrl + path + "?" + EXPIRES + "=" + expires + "&" + SIGNATURE + "=" + signature(path, expires);
    }

    /** Whether a call was made with an address that was signed here and has not expired. */
    public boolean isOpen(Request request) {
        String expires = request.query().first(EXPIRES);
        String signature = request.query().first(SIGNATURE);
        if (expires == null || signature == null) {
            return false;
        }
        try {
            long seconds = Long.parseLong(expires);
            return clock.instant().getEpochSecond() < seconds
                    && MessageDigest.isEqual(bytes(signature), bytes(signature(request.path(), seconds)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String signature(String path, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes(path + " " + expires)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
