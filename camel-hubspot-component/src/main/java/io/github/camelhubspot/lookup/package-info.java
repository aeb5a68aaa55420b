// SPDX-License-Identifier: Apache-2.0
/** What must be asked of HubSpot before a call can be made: records by a unique property, association types by label. */
package io.github.camelhubspot.lookup;
