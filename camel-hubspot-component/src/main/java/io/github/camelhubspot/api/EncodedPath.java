// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks a path that users give as it is to be sent: it must stay on HubSpot's host, whatever is in it. */
final class EncodedPath {

    /** What a path and a query may not have by RFC 3986: other characters, and escapes that are not complete. */
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]|%(?![0-9A-Fa-f]{2})");

    private EncodedPath() {}

    /**
     * The path, where it can be sent.
     *
     * @throws IllegalArgumentException where it has a host, leaves its place, or is not encoded
     */
    static String check(String name, String value) {
        int query = value.indexOf('?');
        String path = query < 0 ? value : value.substring(0, query);
        if (!value.startsWith("/") || ILLEGAL.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "The option " + name + " must begin with a slash and hold only what a URL may,"
                            + " percent-encoded where need be; it is the path of the call without a host, perhaps with a query");
        }
        if (path.startsWith("//")) {
            throw new IllegalArgumentException(
                    "The option " + name + " begins with two slashes, which would name a host; begin it with one");
        }
        // A server may decode an escape before it resolves the dots.
        for (String segment : decoded(path).split("[/\\\\]", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        "The option " + name + " must not have a segment that is '.' or '..', encoded or not");
            }
        }
        return value;
    }

    /** Decoded until nothing is left to decode: an escape may hide another. */
    private static String decoded(String path) {
        String before = path;
        String after = decodeOnce(path);
        while (!after.equals(before)) {
            before = after;
            after = decodeOnce(after);
        }
        return after;
    }

    private static String decodeOnce(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // What is left is no escape.
            return text;
        }
    }
}
