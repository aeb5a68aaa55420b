// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import io.github.camelhubspot.api.HttpMethod;

/**
 * One HTTP request.
 *
 * @param method the method
 * @param pathAndQuery what follows the base URL, encoded
 * @param authorization the value of the header {@code Authorization}; null for none
 * @param body what to send; null for none
 * @param contentType the media type of the body
 */
record TransportRequest(HttpMethod method, String pathAndQuery, String authorization, byte[] body, String contentType) {

    static TransportRequest json(HttpMethod method, String pathAndQuery, AccessToken token, byte[] body) {
        return new TransportRequest(method, pathAndQuery, "Bearer " + token.value(), body, "application/json");
    }

    static TransportRequest form(String path, byte[] body) {
        return new TransportRequest(HttpMethod.POST, path, null, body, "application/x-www-form-urlencoded");
    }

    /** Without what it carries, since that holds secrets. */
    @Override
    public String toString() {
        return method + " " + pathAndQuery;
    }
}
