// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resource {@code events}: occurrences of custom events. */
final class EventOperations {

    private static final int BATCH_INPUTS = 500;

    private EventOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("send", "").takes(InputShape.DEFINITION).row("Tell HubSpot that a custom event has occurred"),
                row("sendBatch", "/batch")
                        .takes(InputShape.DEFINITIONS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS)
                        .uses(OptionNames.BATCH)
                        .row("Tell HubSpot that many custom events have occurred"));
    }

    private static ApiOperation.Builder row(String name, String rest) {
        return new ApiOperation.Builder(
                        "events",
                        name,
                        HttpMethod.POST,
                        "/events/v3/send" + rest,
                        "/events/custom/{version}/send" + rest)
                .in(ApiVersion.V2026_03, "/events/2026-03/send" + rest)
                .countsAgainst(QuotaWindow.EVENTS)
                .notRepeatable();
    }
}
