// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** The HTTP methods that HubSpot's API uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
