// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Turns a create request into HubSpot's answer while reading it, without building a tree, so that the server stays cheap. */
final class AnswerWriter {

    private static final String NOW = "2026-11-22T10:15:30.123Z";

    private final JsonFactory json = new JsonFactory();
    private final LongSupplier ids;

    AnswerWriter(LongSupplier ids) {
        this.ids = ids;
    }

    /**
     * An answer.
     *
     * @param body the JSON
     * @param records the number of records that it created
     */
    record Answer(byte[] body, int records) {}

    /** The answer to {@code POST /crm/v3/objects/{type}}. */
    Answer record(byte[] request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(request.length + 512);
        try (JsonParser in = json.createParser(request);
                JsonGenerator generator = json.createGenerator(out)) {
            in.nextToken();
            copyRecord(in, generator);
        }
        return new Answer(out.toByteArray(), 1);
    }

    /** The answer to {@code POST /crm/v3/objects/{type}/batch/create}. */
    Answer batch(byte[] request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(request.length * 2 + 512);
        int records = 0;
        try (JsonParser in = json.createParser(request);
                JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("status", "COMPLETE");
            generator.writeArrayFieldStart("results");
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean inputs = "inputs".equals(in.currentName());
                in.nextToken();
                if (!inputs) {
                    in.skipChildren();
                    continue;
                }
                while (in.nextToken() == JsonToken.START_OBJECT) {
                    copyRecord(in, generator);
                    records++;
                }
            }
            generator.writeEndArray();
            generator.writeStringField("startedAt", NOW);
            generator.writeStringField("completedAt", NOW);
            generator.writeEndObject();
        }
        return new Answer(out.toByteArray(), records);
    }

    private void copyRecord(JsonParser in, JsonGenerator out) throws IOException {
        String id = Long.toString(ids.getAsLong());
        out.writeStartObject();
        out.writeStringField("id", id);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            if (field.equals("properties")) {
                copyProperties(in, out, id);
            } else if (field.equals("objectWriteTraceId")) {
                out.writeStringField(field, in.getText());
            } else {
                in.skipChildren();
            }
        }
        out.writeStringField("createdAt", NOW);
        out.writeStringField("updatedAt", NOW);
        out.writeBooleanField("archived", false);
        out.writeEndObject();
    }

    private static void copyProperties(JsonParser in, JsonGenerator out, String id) throws IOException {
        out.writeObjectFieldStart("properties");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            out.writeFieldName(in.currentName());
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                out.writeNull();
            } else {
                out.writeString(in.getText());
            }
        }
        out.writeStringField("createdate", NOW);
        out.writeStringField("hs_lastmodifieddate", NOW);
        out.writeStringField("hs_object_id", id);
        out.writeEndObject();
    }
}
