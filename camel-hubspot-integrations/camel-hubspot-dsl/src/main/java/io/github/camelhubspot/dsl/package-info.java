// SPDX-License-Identifier: Apache-2.0
/**
 * Typed endpoints, header names and component options for routes in Java, generated from the component's catalog.
 *
 * <p>A route builder that extends {@code EndpointRouteBuilder} and implements
 * {@link io.github.camelhubspot.dsl.HubSpotEndpointBuilderFactory.HubSpotBuilders} may write
 * {@code hubspot("objects/companies").operation("create")} and {@code hubspot().hubSpotObjectId()}. Others take the first
 * from {@link io.github.camelhubspot.dsl.StaticEndpointBuilders}. Components are built by
 * {@link io.github.camelhubspot.dsl.HubspotComponentBuilderFactory}.
 */
package io.github.camelhubspot.dsl;
