// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resources {@code owners} and {@code account}: who works with the account, and what it allows. */
final class AccountOperations {

    /** HubSpot names no maximum; this one is in wide use. */
    private static final int OWNERS_PAGE = 500;

    private AccountOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("owners", "list", "/crm/v3/owners", "/crm/owners/{version}")
                        .pagesOf(OWNERS_PAGE)
                        .query(OptionNames.ARCHIVED)
                        .parameters("email")
                        .row("Read all owners"),
                row("owners", "get", "/crm/v3/owners/{objectId}", "/crm/owners/{version}/{objectId}")
                        .query(OptionNames.ARCHIVED)
                        .takes(InputShape.RECORD_ID)
                        .query(OptionNames.ID_PROPERTY)
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read an owner; with idProperty=userId, by the id of the user"),
                row("account", "info", "/account-info/v3/details", "/account-info/{version}/details")
                        .resultId("/portalId")
                        .row("Read the account's id, type, time zone and currencies"),
                row(
                                "account",
                                "usage",
                                "/account-info/v3/api-usage/daily/private-apps",
                                "/account-info/{version}/api-usage/daily/private-apps")
                        .gives(OutputShape.LIST)
                        .row("Read how many calls the account's private apps have made today"),
                row("account", "limits", "/crm/v3/limits/{+objectId}", "/crm/limits/{version}/{+objectId}")
                        .row(
                                "Read how much of a limit is used; objectId is records, custom-properties, calculated-properties,"
                                        + " custom-object-types, pipelines, associations/labels or another of HubSpot's"));
    }

    private static ApiOperation.Builder row(String resource, String name, String numbered, String dated) {
        return new ApiOperation.Builder(resource, name, HttpMethod.GET, numbered, dated);
    }
}
