// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.oauth;

import java.time.Duration;

/**
 * What an app gets from the token endpoint.
 *
 * @param lifetime how long the access token is accepted
 * @param portalId the account that the tokens belong to
 */
public record IssuedTokens(String accessToken, String refreshToken, Duration lifetime, long portalId) {}
