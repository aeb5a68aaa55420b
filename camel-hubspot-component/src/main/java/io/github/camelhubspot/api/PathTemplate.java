// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with variables, such as <code>/crm/v3/objects/{objectType}/{objectId}</code>.
 *
 * <p>Values are encoded so that none can leave its place in the path: only the unreserved characters of RFC 3986 stay as
 * they are. The value of <code>{+name}</code> may be several segments; that of <code>{=name}</code> is a whole path,
 * encoded already, perhaps with a query.
 */
public final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([+=]?)(\\w+)}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String template;
    private final Set<String> variables;

    PathTemplate(String template) {
        this.template = template;
        this.variables = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            variables.add(matcher.group(2));
        }
    }

    /** The names of the variables, in the order of the path. */
    public Set<String> variables() {
        return Set.copyOf(variables);
    }

    /**
     * The path with each variable replaced by its value.
     *
     * @param values gives a variable's value by its name
     * @throws IllegalArgumentException where a value is missing, or could change the path's meaning
     */
    public String expand(UnaryOperator<String> values) {
        Matcher matcher = VARIABLE.matcher(template);
        StringBuilder path = new StringBuilder(template.length() + 32);
        int from = 0;
        while (matcher.find()) {
            path.append(template, from, matcher.start());
            String name = matcher.group(2);
            String value = values.apply(name);
            if (matcher.group(1).isEmpty() || value == null) {
                appendValue(path, name, value);
            } else if (matcher.group(1).equals("=")) {
                path.append(EncodedPath.check(name, value));
            } else {
                appendSegments(path, name, value);
            }
            from = matcher.end();
        }
        return path.append(template, from, template.length()).toString();
    }

    private static void appendSegments(StringBuilder path, String name, String value) {
        String separator = "";
        for (String segment : value.split("/", -1)) {
            path.append(separator);
            appendValue(path, name, segment);
            separator = "/";
        }
    }

    private static void appendValue(StringBuilder path, String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + name + " is missing; set it in the URI, or as the header CamelHubSpot"
                            + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        // A dot cannot be encoded away: "." and ".." are resolved by clients and servers alike.
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("The " + name + " must not be '" + value + "'");
        }
        path.append(encode(value));
    }

    /**
     * The text with every character but the unreserved ones percent-encoded as UTF-8.
     *
     * @throws IllegalArgumentException where the text holds half of a surrogate pair, which has no encoding
     */
    public static String encode(String text) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "A value for the path or query of the call holds half of a surrogate pair, which is no character",
                    e);
        }
        StringBuilder encoded = new StringBuilder(bytes.remaining() + 8);
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return template;
    }
}
