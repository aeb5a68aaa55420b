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
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import io.github.camelhubspot.api.Json;

/** POJOs and collections as JSON, with dates written the way HubSpot takes them. */
final class PojoMapper {

    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .addModule(new SimpleModule("hubspot-values")
                    .addSerializer(new ValueSerializer<>(LocalDate.class))
                    .addSerializer(new ValueSerializer<>(LocalDateTime.class))
                    .addSerializer(new ValueSerializer<>(Instant.class))
                    .addSerializer(new ValueSerializer<>(OffsetDateTime.class))
                    .addSerializer(new ValueSerializer<>(ZonedDateTime.class))
                    .addSerializer(new ValueSerializer<>(Calendar.class))
                    .addSerializer(new ValueSerializer<>(Date.class))
                    .addSerializer(new ValueSerializer<>(Optional.class)))
            .build();

    private PojoMapper() {}

    /**
     * A POJO as JSON.
     *
     * @throws IllegalArgumentException where Jackson cannot read it, or a value has no text that HubSpot takes
     */
    static JsonNode toJson(Object body) {
        try {
            return MAPPER.valueToTree(body);
        } catch (IllegalArgumentException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalArgumentException(
                    "The body of type " + body.getClass().getName() + " cannot be read as a record: "
                            + cause.getMessage(),
                    e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("The body of type "
                    + body.getClass().getName()
                    + " cannot be read as a record: it is nested too deeply, or holds itself");
        }
    }

    private static final class ValueSerializer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        ValueSerializer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            String property = out.getOutputContext().getCurrentName();
            try {
                out.writeString(PropertyValues.text(property == null ? "value" : property, value));
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
