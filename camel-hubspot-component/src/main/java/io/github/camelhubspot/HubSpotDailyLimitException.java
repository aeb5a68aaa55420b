// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;

/** The day's quota of the account is used up (429); calls succeed again after midnight in the account's time zone. */
public class HubSpotDailyLimitException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    public HubSpotDailyLimitException(String message, HubSpotError error, Throwable cause) {
        super(message, error, cause);
    }
}
