// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.events;

import java.time.Instant;
import java.util.Map;

/**
 * An occurrence of a custom event. Of {@code email}, {@code objectId} and {@code utk}, which say whose it is, those that
 * were not sent are null, as is {@code uuid}.
 *
 * @param eventName the event's full name, such as {@code pe62515_login}
 * @param utk the visitor's token, which is that of a cookie
 * @param occurredAt when it was; the time of its arrival, by the simulator's clock, if it did not say
 */
public record SentEvent(
        String eventName,
        String email,
        String objectId,
        String utk,
        Instant occurredAt,
        Map<String, String> properties,
        String uuid) {}
