// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;

/**
 * How one input ended.
 *
 * @param index the input's place in the body, from 0
 * @param key what names the input: its id, the value of its unique property, or both ends of a link; null where it has none
 * @param status how it ended
 * @param record HubSpot's record in the shape of the option {@code outputType}; null where HubSpot gave none;
 *     in a dry run a report of what would be done: <code>{id?, action, properties: {name: {from, to}}}</code>
 * @param error what HubSpot, or the component, said against it; null for a success
 * @param input the input as the body had it
 * @param warnings what its sender should know of it all the same; usually empty
 */
public record BatchOutcome(
        long index,
        String key,
        OutcomeStatus status,
        Object record,
        HubSpotError error,
        Object input,
        List<HubSpotWarning> warnings) {}
