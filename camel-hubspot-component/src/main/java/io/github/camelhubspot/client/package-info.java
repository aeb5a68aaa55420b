// SPDX-License-Identifier: Apache-2.0
/**
 * Sending one call to HubSpot: quota, retries, errors and transport.
 *
 * <p>Knows the operation catalogue and nothing else of the component, and no Camel exchange;
 * {@link io.github.camelhubspot.client.CamelHttpTransport} alone, with the two classes that guard it, touches camel-http.
 */
package io.github.camelhubspot.client;
