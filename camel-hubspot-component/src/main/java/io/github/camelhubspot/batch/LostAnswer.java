// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.Attempts;

/**
 * That the answer to a create was lost.
 *
 * @param error how it was lost first
 * @param attempts the attempts so far
 */
record LostAnswer(HubSpotError error, Attempts attempts) {}
