// SPDX-License-Identifier: Apache-2.0
/**
 * The operation catalogue: every HubSpot call as one declarative row, and HubSpot's own vocabulary.
 *
 * <p>This package depends on nothing else of the component.
 */
package io.github.camelhubspot.api;
