// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record that is named by the value of a property instead of its id, as in {@code company.domain=acme.com} or
 * {@code email=a@example.com}; ids are digits, so that a text of this form is never one.
 *
 * @param objectType the type in front; null where there is none
 * @param property the property, which names one record at most
 * @param value its value: all that follows the first {@code =}
 */
public record NaturalKey(String objectType, String property, String value) {

    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z0-9_-]{1,120})\\.)?([A-Za-z][A-Za-z0-9_]{0,119})=(.*)", Pattern.DOTALL);

    /**
     * The key that a text is.
     *
     * @return null for any other text, such as an id
     * @throws IllegalArgumentException where it has no value
     */
    public static NaturalKey of(String text) {
        if (text == null || text.indexOf('=') < 0) {
            return null;
        }
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches() ? of(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    /**
     * A key whose parts are given.
     *
     * @throws IllegalArgumentException where it has no value
     */
    public static NaturalKey of(String objectType, String property, String value) {
        NaturalKey key = new NaturalKey(objectType, property, value == null ? "" : value.strip());
        if (key.value.isEmpty()) {
            throw new IllegalArgumentException("The key '" + key.name() + "=' has no value after the =");
        }
        return key;
    }

    /**
     * The same key of a record whose type is known otherwise.
     *
     * @param known the type; null where it is not known
     * @throws IllegalArgumentException where the key names another type
     */
    public NaturalKey inType(String known) {
        if (known == null || known.isEmpty()) {
            return this;
        }
        if (objectType != null && !ObjectTypes.id(objectType).equals(ObjectTypes.id(known))) {
            throw new IllegalArgumentException("The key '" + name() + "=…' names another object type than " + known
                    + ", which the record there has; correct one of them");
        }
        return new NaturalKey(known, property, value);
    }

    /** Its type and property, without the value. */
    public String name() {
        return objectType == null ? property : objectType + '.' + property;
    }

    /** The same for every spelling by which HubSpot finds the same record: types by id, values without regard to case. */
    public NaturalKey normal() {
        return new NaturalKey(ObjectTypes.id(objectType), property, value.trim().toLowerCase(Locale.ROOT));
    }
}
