// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.Json;

/**
 * The inputs of a batch, one after the other, read as they are needed.
 *
 * <p>Confined to one thread at a time.
 */
public final class RecordSource implements Closeable {

    private final Iterator<?> iterator;
    private final Closeable closeable;
    private final boolean streamed;

    private RecordSource(Iterator<?> iterator, Closeable closeable, boolean streamed) {
        this.iterator = iterator;
        this.closeable = closeable;
        this.streamed = streamed;
    }

    /** Whether the inputs come from a stream, so that not all of them are in memory. */
    public boolean streamed() {
        return streamed;
    }

    /**
     * Whether there is another input.
     *
     * @throws RuntimeException where the source cannot be read any further
     */
    public boolean hasNext() {
        return iterator.hasNext();
    }

    /** The next input, as the body has it. */
    public Object next() {
        return iterator.next();
    }

    @Override
    public void close() throws IOException {
        closeable.close();
    }

    /**
     * Opens a body of many.
     *
     * @param bodies reads the body's streams
     * @param ids whether the inputs are ids, so that a text may be one
     * @throws IllegalArgumentException where the body is empty, cannot be read, or is one-shot and was read before
     */
    public static RecordSource open(Object body, BodyReader bodies, boolean ids) {
        if (body == null) {
            throw new IllegalArgumentException("The body is empty; it must be one record or many");
        }
        if (body instanceof Collection<?> collection) {
            return new RecordSource(collection.iterator(), () -> {}, false);
        }
        if (body instanceof JsonNode json) {
            Iterator<?> nodes = json.isArray() ? json.elements() : List.of(json).iterator();
            return new RecordSource(nodes, () -> {}, false);
        }
        if (BodyReader.isMany(body)) {
            return many(body, bodies);
        }
        if (ids && body instanceof CharSequence text && isOneId(text)) {
            return new RecordSource(List.of(body).iterator(), () -> {}, false);
        }
        if (bodies.isText(body)) {
            return json(body, bodies);
        }
        return new RecordSource(List.of(body).iterator(), () -> {}, false);
    }

    private static RecordSource many(Object body, BodyReader bodies) {
        bodies.claim(body);
        if (body instanceof Iterator<?> iterator) {
            return new RecordSource(iterator, closer(body), true);
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return new RecordSource(stream.iterator(), stream::close, true);
        }
        if (body instanceof Iterable<?> iterable) {
            Iterator<?> iterator = iterable.iterator();
            return new RecordSource(iterator, closer(iterator), true);
        }
        Iterator<?> elements = IntStream.range(0, Array.getLength(body))
                .mapToObj(i -> Array.get(body, i))
                .iterator();
        return new RecordSource(elements, () -> {}, false);
    }

    private static RecordSource json(Object body, BodyReader bodies) {
        try {
            JsonValues values;
            if (body instanceof CharSequence text) {
                values = new JsonValues(Json.MAPPER.createParser(text.toString()), () -> {});
            } else {
                LimitedInputStream stream = bodies.stream(body);
                values = new JsonValues(Json.MAPPER.createParser(stream), stream::nextRecord);
            }
            return new RecordSource(values, values, !(body instanceof CharSequence || body instanceof byte[]));
        } catch (IOException e) {
            throw new IllegalArgumentException("The body cannot be read as JSON: " + e.getMessage(), e);
        }
    }

    private static boolean isOneId(CharSequence text) {
        String stripped = text.toString().strip();
        return !BodyReader.looksLikeJson(stripped)
                && !stripped.isEmpty()
                && stripped.lines().count() == 1;
    }

    private static Closeable closer(Object source) {
        return source instanceof Closeable closeable ? closeable : () -> {};
    }
}
