// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.benchmarks.soak.work.Kind;

/**
 * An outcome that a worker reported.
 *
 * @param kind what was to be done
 * @param key what names the record among those of its kind
 * @param status how it ended
 * @param hubSpotId the id of HubSpot's record; null where the worker was told none
 */
public record Reported(Kind kind, String key, OutcomeStatus status, String hubSpotId) {}
