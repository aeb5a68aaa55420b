// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.github.camelhubspot.api.Json;

/** The elements of a JSON array, or JSON values one after the other, which is what NDJSON is; read as they are needed. */
final class JsonValues implements Iterator<JsonNode>, Closeable {

    private static final ObjectReader READER =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonParser parser;
    private final Runnable nextValue;
    private boolean begun;
    private boolean array;
    private boolean ended;
    private JsonNode next;

    /**
     * Values.
     *
     * @param nextValue is told before each value is read
     */
    JsonValues(JsonParser parser, Runnable nextValue) {
        this.parser = parser;
        this.nextValue = nextValue;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
                ended = next == null;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(Json.fault(e));
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
        return next != null;
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JsonNode value = next;
        next = null;
        return value;
    }

    private JsonNode read() throws IOException {
        nextValue.run();
        JsonToken token = parser.nextToken();
        if (!begun) {
            begun = true;
            if (token == JsonToken.START_ARRAY) {
                array = true;
                token = parser.nextToken();
            }
        }
        if (array && token == JsonToken.END_ARRAY) {
            if (parser.nextToken() != null) {
                throw new IOException(
                        "There is more behind the end of the JSON array; give one array, or one value a line");
            }
            return null;
        }
        return token == null ? null : READER.readTree(parser);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
