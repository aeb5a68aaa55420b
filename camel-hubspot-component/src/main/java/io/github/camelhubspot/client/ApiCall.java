// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.PathTemplate;
import io.github.camelhubspot.api.Repeatability;

/**
 * One call to send.
 *
 * @param operation its row in the catalogue
 * @param path the path with its variables filled in and encoded
 * @param query the encoded query without the question mark; null for none
 * @param body the JSON to send; null for none
 */
public record ApiCall(ApiOperation operation, String path, String query, byte[] body) {

    /** The same call with another value of a query parameter. */
    public ApiCall withQueryParameter(String name, String value) {
        String parameter = name + '=' + PathTemplate.encode(value);
        String others = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(name + '='))
                        .map(part -> part + '&')
                        .collect(Collectors.joining());
        return new ApiCall(operation, path, others + parameter, body);
    }

    boolean repeatable() {
        return operation.repeatability() == Repeatability.REPEATABLE;
    }

    String pathAndQuery() {
        return query == null || query.isEmpty() ? path : path + '?' + query;
    }
}
