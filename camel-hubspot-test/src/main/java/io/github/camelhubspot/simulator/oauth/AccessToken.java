// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.oauth;

import java.time.Instant;

/**
 * What an access token stands for.
 *
 * @param portalId the account that it gives access to
 * @param expiresAt from when on it is no longer accepted
 */
public record AccessToken(long portalId, Instant expiresAt) {}
