// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rows of the resource {@code raw}, one for each HTTP method: any path of the API. */
final class RawOperations {

    private static final String RESOURCE = "raw";

    /** The option {@code path}, as it is. */
    private static final String PATH = "{=path}";

    private RawOperations() {}

    static List<ApiOperation> rows() {
        return Arrays.stream(HttpMethod.values()).map(RawOperations::row).toList();
    }

    private static ApiOperation row(HttpMethod method) {
        ApiOperation.Builder row = new ApiOperation.Builder(RESOURCE, name(method), method, PATH, PATH)
                .does(method == HttpMethod.GET ? Effect.READ : Effect.UPDATE)
                .takes(
                        method == HttpMethod.GET || method == HttpMethod.DELETE
                                ? InputShape.NOTHING
                                : InputShape.ANYTHING)
                .uses(OptionNames.METHOD);
        return (method == HttpMethod.POST ? row.notRepeatable() : row)
                .row("Call any path of HubSpot's API by " + method);
    }

    private static String name(HttpMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
