// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import io.github.camelhubspot.api.HubSpotError;

/** A ticket names a company that the account does not have. */
final class CompanyNotFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HubSpotError error;

    CompanyNotFoundException(HubSpotError error) {
        super(error.message());
        this.error = error;
    }

    HubSpotError error() {
        return error;
    }
}
