// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Property values as the text that HubSpot takes.
 *
 * <p>Dates without a time become {@code yyyy-MM-dd}; points in time become ISO-8601 in UTC with at most milliseconds, which
 * is HubSpot's precision; numbers are written plainly, without an exponent; several values are joined by {@code ;}.
 */
final class PropertyValues {

    private static final int MAX_DIGITS = 400;

    private PropertyValues() {}

    /**
     * The text of a value.
     *
     * @param property the property's name, for the error
     * @return null for a value that is null, an empty text for one without content
     * @throws IllegalArgumentException where the value has no text that HubSpot would take
     */
    static String text(String property, Object value) {
        if (value == null || value instanceof CharSequence || value instanceof Character) {
            return value == null ? null : value.toString();
        }
        if (value instanceof JsonNode json) {
            return json(property, json);
        }
        if (value instanceof Boolean || value instanceof UUID || value instanceof URI || value instanceof URL) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return number(property, number);
        }
        if (value instanceof Enum<?> constant) {
            // Its name, unless its annotations say otherwise.
            return json(property, PojoMapper.toJson(constant));
        }
        if (value instanceof Optional<?> optional) {
            return text(property, optional.orElse(null));
        }
        String time = time(property, value);
        return time != null ? time : several(property, value);
    }

    private static String json(String property, JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return null;
        }
        if (json.isArray()) {
            return several(property, json);
        }
        if (!json.isValueNode()) {
            throw nested(property);
        }
        if (json.isBinary() || json.isPojo()) {
            throw withoutText(property, json.isBinary() ? "byte[]" : "Java object");
        }
        return json.isNumber() ? number(property, json.numberValue()) : json.asText();
    }

    private static String number(String property, Number number) {
        if (number instanceof BigDecimal decimal) {
            return plain(property, decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            if (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())) {
                throw new IllegalArgumentException(
                        "The property '" + property + "' is " + number + ", which is no number that HubSpot takes");
            }
            return plain(property, new BigDecimal(number.toString()));
        }
        return number.toString();
    }

    /** Written out, a number with a large exponent would fill the memory. */
    private static String plain(String property, BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MAX_DIGITS || decimal.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("The property '" + property + "' is a number of more than " + MAX_DIGITS
                    + " digits; give it as a text if that is meant");
        }
        return decimal.toPlainString();
    }

    private static String time(String property, Object value) {
        if (value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof Date date) {
            return instant(Instant.ofEpochMilli(date.getTime()));
        }
        if (value instanceof Instant instant) {
            return instant(instant);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return instant(dateTime.toInstant());
        }
        if (value instanceof ZonedDateTime dateTime) {
            return instant(dateTime.toInstant());
        }
        if (value instanceof Calendar calendar) {
            return instant(calendar.toInstant());
        }
        if (value instanceof LocalDateTime) {
            throw new IllegalArgumentException(
                    "The property '" + property
                            + "' is a LocalDateTime, which has no time zone; give an Instant, an OffsetDateTime or a LocalDate");
        }
        return null;
    }

    private static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String several(String property, Object values) {
        List<String> texts = new ArrayList<>();
        if (values instanceof Iterable<?> iterable) {
            iterable.forEach(value -> texts.add(one(property, value)));
        } else if (values.getClass().isArray() && !(values instanceof byte[])) {
            for (int i = 0; i < Array.getLength(values); i++) {
                texts.add(one(property, Array.get(values, i)));
            }
        } else if (values instanceof Map) {
            throw nested(property);
        } else {
            throw withoutText(property, values.getClass().getTypeName());
        }
        return String.join(";", texts);
    }

    private static String one(String property, Object value) {
        boolean severalAgain = value instanceof Iterable && !(value instanceof JsonNode json && json.isValueNode());
        if (severalAgain || value instanceof Map) {
            throw nested(property);
        }
        String text = text(property, value);
        if (text == null) {
            throw new IllegalArgumentException(
                    "The property '" + property + "' is a list that holds a null; leave the null out of the list");
        }
        return text;
    }

    private static IllegalArgumentException withoutText(String property, String type) {
        return new IllegalArgumentException("The property '" + property + "' is a " + type
                + ", which has no text that HubSpot takes; convert it to a text first");
    }

    private static IllegalArgumentException nested(String property) {
        return new IllegalArgumentException("The property '" + property
                + "' holds a nested value; a property is a text, a number, a date, a boolean, or a list of these");
    }
}
