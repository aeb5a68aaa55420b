// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/**
 * HubSpot refused a record that lacks a property which the account requires (400): by the schema of its type, by the form on
 * which people create records, or by a rule that depends on another property. The latter two apply to the API from version
 * {@code 2026-09} on.
 */
public class HubSpotRecordRuleException extends HubSpotValidationException {

    private static final long serialVersionUID = 1L;

    public HubSpotRecordRuleException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
