// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Form;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;

/** Takes a body of several parts to pieces; it has been read by then, for the recorder, so the parser is given bytes. */
final class MultipartForm implements MultipartParser.PartHandler {

    private static final String TYPE = "multipart/form-data";
    private static final int BUFFER = 16_384;

    private final List<Form.Part> parts = new ArrayList<>();
    private HeaderMap headers;
    private ByteArrayOutputStream content;

    private MultipartForm() {}

    /** The form that a body is; null if its type says that it is none. */
    static Form read(String contentType, byte[] body) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return null;
        }
        String boundary = Headers.extractQuotedValueFromHeader(contentType, "boundary");
        if (boundary == null) {
            throw HubSpotError.of(400, null, "The Content-Type of a form must name its boundary")
                    .exception();
        }
        MultipartForm form = new MultipartForm();
        if (!form.parse(boundary, body)) {
            throw HubSpotError.of(400, null, "The form does not end with its boundary")
                    .exception();
        }
        return new Form(List.copyOf(form.parts));
    }

    private boolean parse(String boundary, byte[] body) {
        try (DefaultByteBufferPool pool = new DefaultByteBufferPool(false, BUFFER)) {
            MultipartParser.ParseState state = MultipartParser.beginParse(
                    pool, this, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
            state.parse(ByteBuffer.wrap(body));
            return state.isComplete();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void beginPart(HeaderMap partHeaders) {
        headers = partHeaders;
        content = new ByteArrayOutputStream();
    }

    @Override
    public void data(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        content.writeBytes(bytes);
    }

    @Override
    public void endPart() {
        String disposition = headers.getFirst(Headers.CONTENT_DISPOSITION);
        String name = disposition == null ? null : Headers.extractQuotedValueFromHeader(disposition, "name");
        if (name == null) {
            throw HubSpotError.of(400, null, "Each part of a form must have a name")
                    .exception();
        }
        parts.add(new Form.Part(
                name,
                Headers.extractQuotedValueFromHeaderWithEncoding(disposition, "filename"),
                headers.getFirst(Headers.CONTENT_TYPE),
                content.toByteArray()));
    }
}
