// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.BaseStream;

import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;

/** Tells what a message body is, and reads one value from it: a map, JSON in any form that Camel can stream, or a POJO. */
public final class BodyReader {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    private final Exchange exchange;
    private final ConsumedBodies consumed;
    private final String batchOperation;

    /**
     * A reader for one exchange.
     *
     * @param consumed remembers the one-shot bodies that were read
     * @param batchOperation the operation for many records, which the error for many names; null for none
     */
    public BodyReader(Exchange exchange, ConsumedBodies consumed, String batchOperation) {
        this.exchange = exchange;
        this.consumed = consumed;
        this.batchOperation = batchOperation;
    }

    /**
     * The fields of one record.
     *
     * @param clearNulls whether the fields of a POJO that are null clear their properties
     * @throws IllegalArgumentException where the body is empty, is many, or is no record
     */
    Fields fields(Object body, boolean clearNulls) {
        Fields fields = Fields.of(body);
        if (fields != null) {
            return fields;
        }
        JsonNode json = isPojo(body) ? PojoMapper.toRecord(body, clearNulls) : toJson(body);
        if (json instanceof ObjectNode object) {
            return Fields.of(object);
        }
        if (json.isArray()) {
            throw many();
        }
        throw new IllegalArgumentException(
                json.isNull() || json.isMissingNode()
                        ? "The body is empty; it must be one record: a map, a JSON object or a POJO"
                        : "The body is no record but the JSON value of type " + json.getNodeType()
                                + "; it must be a map, a JSON object or a POJO");
    }

    /** The fields of a map, JSON object or POJO within a map; null where the value is none. */
    static Fields innerFields(Object value, boolean clearNulls) {
        boolean pojo = value != null
                && !(value instanceof JsonNode)
                && !(value instanceof Enum)
                && !isMany(value)
                && !value.getClass().getName().startsWith("java.");
        if (!pojo || value instanceof Map) {
            return Fields.of(value);
        }
        return Fields.of(
                PojoMapper.toRecord(Map.of("properties", value), clearNulls).get("properties"));
    }

    private boolean isPojo(Object body) {
        return body != null && !(body instanceof JsonNode) && !isText(body) && !isMany(body);
    }

    /** A body that is text in some form as a text, so that it can be looked at twice; any other as it is. */
    Object textOrSelf(Object body) {
        if (!isText(body) || body instanceof CharSequence) {
            return body;
        }
        claim(body);
        Object limited = body instanceof InputStream stream ? new LimitedInputStream(stream) : body;
        try {
            return exchange.getContext().getTypeConverter().convertTo(String.class, exchange, limited);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(
                    "The body cannot be read as a text: " + e.getCause().getMessage(), e);
        }
    }

    /** A body that is a text or number, or JSON that is one; null where it is something else. */
    public String text(Object body) {
        return idText(textOrSelf(body));
    }

    /** The text or number that is an id by itself; null where the body is something else. */
    static String idText(Object body) {
        if (body instanceof JsonNode json) {
            return json.isTextual() || json.isNumber() ? json.asText() : null;
        }
        if (body instanceof Number || body instanceof Character) {
            return body.toString();
        }
        return body instanceof CharSequence text && !looksLikeJson(text)
                ? unquoted(text.toString().strip())
                : null;
    }

    /** A JSON text stands for its value. */
    private static String unquoted(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        try {
            return Json.MAPPER.readTree(text).asText();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** Whether a text is to be read as a JSON object or array. */
    static boolean looksLikeJson(CharSequence text) {
        String stripped = text.toString().stripLeading();
        return stripped.startsWith("{") || stripped.startsWith("[");
    }

    /**
     * A body as JSON.
     *
     * @throws IllegalArgumentException where it cannot be parsed, or holds several values
     */
    public JsonNode toJson(Object body) {
        if (body == null) {
            return Json.MAPPER.nullNode();
        }
        if (body instanceof JsonNode json) {
            return json;
        }
        if (isText(body)) {
            return parse(body);
        }
        if (isMany(body)
                && !(body instanceof java.util.Collection)
                && !body.getClass().isArray()) {
            throw many();
        }
        return PojoMapper.toJson(body);
    }

    private JsonNode parse(Object body) {
        try {
            JsonNode json;
            if (body instanceof CharSequence text) {
                json = Json.MAPPER.readTree(text.toString());
            } else if (body instanceof byte[] bytes) {
                json = Json.MAPPER.readTree(bytes);
            } else {
                try (InputStream stream = stream(body)) {
                    json = Json.MAPPER.readTree(stream);
                }
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is no single JSON value: " + Json.fault(e)
                    + (batchOperation == null ? "" : "; for many records use operation=" + batchOperation));
        } catch (IOException e) {
            throw new IllegalArgumentException("The body cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Claims a body for one reading.
     *
     * @throws IllegalStateException where it is one-shot and was read before
     */
    void claim(Object body) {
        consumed.claim(body);
    }

    /** A body that is text in some form, as a stream that gives no record without an end. */
    LimitedInputStream stream(Object body) {
        return new LimitedInputStream(content(body));
    }

    /**
     * The bytes of a body.
     *
     * @throws IllegalArgumentException where it has none
     */
    InputStream content(Object body) {
        claim(body);
        try {
            if (body instanceof StreamCache cache) {
                cache.reset();
            }
            return body instanceof Path path
                    ? Files.newInputStream(path)
                    : exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, body);
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    "The body of type " + body.getClass().getName() + " cannot be read as a stream: " + e.getMessage(),
                    e);
        }
    }

    /** Removes a file when the exchange has ended. */
    void removeAtTheEnd(Path file) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    LOG.warn("The temporary file of an upload could not be removed: {}", e.toString());
                }
            }
        });
    }

    /** Whether the body is text in some form, so that JSON may be in it. */
    boolean isText(Object body) {
        if (body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof File
                || body instanceof Path
                || body instanceof WrappedFile
                || body instanceof ByteBuffer) {
            return true;
        }
        // Buffers of the HTTP servers that a Camel application may have.
        return body != null
                && !(body instanceof Map)
                && !(body instanceof Iterable)
                && exchange.getContext().getTypeConverterRegistry().lookup(InputStream.class, body.getClass()) != null;
    }

    /** Whether the body holds many values by its very type. */
    static boolean isMany(Object body) {
        return body instanceof Iterator
                || body instanceof BaseStream
                || (body instanceof Iterable && !(body instanceof JsonNode) && !(body instanceof Path))
                || (body != null && body.getClass().isArray() && !(body instanceof byte[]));
    }

    private IllegalArgumentException many() {
        return new IllegalArgumentException("The body holds many records, but the operation takes one"
                + (batchOperation == null ? "; split the body first" : "; use operation=" + batchOperation));
    }
}
