// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

import io.github.camelhubspot.api.FormPart;

/** A form as HttpClient sends it: part after part, files read as they are sent. */
final class FormEntity {

    private FormEntity() {}

    static HttpEntity of(List<FormPart> parts) {
        // HubSpot finds a file by its name, which must arrive as it is: the other modes write it in ASCII, or escaped.
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        for (FormPart part : parts) {
            ContentType type = ContentType.parse(part.contentType());
            if (part.file() != null) {
                form.addBinaryBody(part.name(), part.file().toFile(), type, part.fileName());
            } else {
                form.addBinaryBody(part.name(), part.bytes(), type, part.fileName());
            }
        }
        return form.build();
    }
}
