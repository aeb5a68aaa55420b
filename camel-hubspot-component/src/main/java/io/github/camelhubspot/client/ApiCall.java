// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.FormPart;
import io.github.camelhubspot.api.PathTemplate;
import io.github.camelhubspot.api.Repeatability;

/**
 * One call to send.
 *
 * @param operation its row in the catalogue
 * @param path the path with its variables filled in and encoded
 * @param query the encoded query without the question mark; null for none
 * @param body the JSON to send; null for none
 * @param form the form to send; empty for none
 * @param objectType the object type in the path; null where it names none
 * @param repeatable whether it may be sent again after its answer was lost
 */
public record ApiCall(
        ApiOperation operation,
        String path,
        String query,
        byte[] body,
        List<FormPart> form,
        String objectType,
        boolean repeatable) {

    /** HubSpot answers 414 from some 16,000 characters, and has been seen to from 8,000; host and scheme come on top. */
    private static final int MAX_URL = 7_000;

    ApiCall(ApiOperation operation, String path, String query, byte[] body, String objectType) {
        this(
                operation,
                path,
                query,
                body,
                List.of(),
                objectType,
                operation.repeatability() == Repeatability.REPEATABLE);
    }

    /** The same call with a form for its body. */
    public ApiCall withForm(List<FormPart> parts) {
        return new ApiCall(operation, path, query, null, List.copyOf(parts), objectType, repeatable);
    }

    /** The same call with another value of a query parameter. */
    public ApiCall withQueryParameter(String name, String value) {
        String parameter = name + '=' + PathTemplate.encode(value);
        String others = without(name);
        return withQuery(others.isEmpty() ? parameter : others + '&' + parameter);
    }

    /** The same call without a query parameter. */
    public ApiCall withoutQueryParameter(String name) {
        return withQuery(without(name));
    }

    private String without(String name) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith(name + '='))
                        .collect(Collectors.joining("&"));
    }

    private ApiCall withQuery(String other) {
        return new ApiCall(operation, path, other, body, form, objectType, repeatable);
    }

    /** Whether every server and proxy takes its path and query. */
    public boolean fitsUrl() {
        return pathAndQuery().length() <= MAX_URL;
    }

    /** The same call, not to be sent again once HubSpot may have carried it out. */
    public ApiCall once() {
        return new ApiCall(operation, path, query, body, form, objectType, false);
    }

    boolean writes() {
        return operation.effect() != Effect.READ;
    }

    String pathAndQuery() {
        if (query == null || query.isEmpty()) {
            return path;
        }
        return path + (path.indexOf('?') < 0 ? '?' : '&') + query;
    }
}
