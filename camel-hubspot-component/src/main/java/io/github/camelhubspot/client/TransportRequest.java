// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import io.github.camelhubspot.api.HttpMethod;

/**
 * One HTTP request.
 *
 * @param method the method
 * @param pathAndQuery what follows the base URL, encoded
 * @param authorization the value of the header {@code Authorization}
 * @param body the JSON to send; null for none
 */
record TransportRequest(HttpMethod method, String pathAndQuery, String authorization, byte[] body) {}
