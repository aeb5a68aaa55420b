// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The objects of a JSON array, or of one after the other, read as they are asked for. */
final class JsonObjects implements Iterator<Map<String, Object>>, Closeable {

    // Decimals stay as they are written.
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerForMapOf(Object.class);

    private final MappingIterator<Map<String, Object>> objects;

    JsonObjects(InputStream json) throws IOException {
        objects = READER.readValues(json);
    }

    @Override
    public boolean hasNext() {
        try {
            return objects.hasNextValue();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public Map<String, Object> next() {
        try {
            return objects.nextValue();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static UncheckedIOException broken(IOException e) {
        String where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? "The JSON cannot be read past line " + json.getLocation().getLineNr()
                : "The file cannot be read";
        return new UncheckedIOException(where, e);
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
