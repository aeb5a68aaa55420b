// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.List;

import io.github.camelhubspot.api.FormPart;
import io.github.camelhubspot.api.HttpMethod;

/**
 * One HTTP request.
 *
 * @param method the method
 * @param pathAndQuery what follows the base URL, encoded; or a whole URL, of a file that HubSpot offers
 * @param authorization the value of the header {@code Authorization}; null for none
 * @param body what to send; null for none
 * @param contentType the media type of the body
 * @param form the parts of a form to send; empty for none
 */
record TransportRequest(
        HttpMethod method,
        String pathAndQuery,
        String authorization,
        byte[] body,
        String contentType,
        List<FormPart> form) {

    static TransportRequest of(ApiCall call, AccessToken token) {
        return new TransportRequest(
                call.operation().method(),
                call.pathAndQuery(),
                "Bearer " + token.value(),
                call.body(),
                "application/json",
                call.form());
    }

    static TransportRequest form(String path, byte[] body) {
        return new TransportRequest(HttpMethod.POST, path, null, body, "application/x-www-form-urlencoded", List.of());
    }

    /** Reads a file at a URL of its own, which gets no token. */
    static TransportRequest download(String url) {
        return new TransportRequest(HttpMethod.GET, url, null, null, null, List.of());
    }

    /** Whether it goes to a URL of its own. */
    boolean absolute() {
        return !pathAndQuery.startsWith("/");
    }

    /** Without what it carries, since that holds secrets. */
    @Override
    public String toString() {
        return absolute() ? method + " a file" : method + " " + pathAndQuery;
    }
}
