// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.CalendarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.OffsetDateTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.ZonedDateTimeSerializer;

/** Writes dates and times of POJOs the way HubSpot takes them, unless an annotation gives a format. */
final class DateSerializer<T> extends StdSerializer<T> implements ContextualSerializer {

    private static final long serialVersionUID = 1L;

    private final transient JsonSerializer<?> formatted;

    private DateSerializer(Class<T> type, JsonSerializer<?> formatted) {
        super(type);
        this.formatted = formatted;
    }

    static SimpleModule module() {
        return new SimpleModule("hubspot-dates")
                .addSerializer(new DateSerializer<>(LocalDate.class, LocalDateSerializer.INSTANCE))
                .addSerializer(new DateSerializer<>(LocalDateTime.class, LocalDateTimeSerializer.INSTANCE))
                .addSerializer(new DateSerializer<>(Instant.class, InstantSerializer.INSTANCE))
                .addSerializer(new DateSerializer<>(OffsetDateTime.class, OffsetDateTimeSerializer.INSTANCE))
                .addSerializer(new DateSerializer<>(ZonedDateTime.class, ZonedDateTimeSerializer.INSTANCE))
                .addSerializer(new DateSerializer<>(Calendar.class, CalendarSerializer.instance))
                .addSerializer(new DateSerializer<>(
                        Date.class, com.fasterxml.jackson.databind.ser.std.DateSerializer.instance));
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        JsonFormat.Value format = findFormatOverrides(provider, property, handledType());
        boolean own = format.hasPattern() || format.getShape().isNumeric();
        return own ? provider.handlePrimaryContextualization(formatted, property) : this;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        try {
            out.writeString(PropertyValues.text(property(out.getOutputContext()), value));
        } catch (IllegalArgumentException e) {
            throw new UnfitValueException(e.getMessage());
        }
    }

    /** The property whose value, or element of a list, is being written. */
    private static String property(JsonStreamContext place) {
        JsonStreamContext named = place;
        while (named != null && named.getCurrentName() == null) {
            named = named.getParent();
        }
        return named == null ? "value" : named.getCurrentName();
    }

    /** A value that has no text that HubSpot takes; the message names the property. */
    static final class UnfitValueException extends IOException {
        private static final long serialVersionUID = 1L;

        private UnfitValueException(String message) {
            super(message);
        }
    }
}
