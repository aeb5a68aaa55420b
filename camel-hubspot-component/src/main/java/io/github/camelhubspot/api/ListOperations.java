// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

/** The rows of the resource {@code lists}: lists of records, which HubSpot calls segments too, and who is in them. */
final class ListOperations {

    /** HubSpot names no maximum; this one is in wide use. */
    private static final int MEMBERS_PAGE = 250;

    private static final int SEARCH_PAGE = 500;

    /** By HubSpot's guide. */
    private static final int MOST_MEMBERS = 100_000;

    private static final String LIST = "/{objectId}";
    private static final String MEMBERS = LIST + "/memberships";
    private static final String LIST_ID = "/list/listId";
    private static final String FILTERS = "includeFilters";

    private ListOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .resultId(LIST_ID)
                        .row("Create a list"),
                row("get", HttpMethod.GET, LIST)
                        .parameters(FILTERS)
                        .uses(OptionNames.NOT_FOUND)
                        .resultId(LIST_ID)
                        .row("Read a list; objectId is its id"),
                row("getByName", HttpMethod.GET, "/object-type-id/{objectTypeId}/name/{objectId}")
                        .parameters(FILTERS)
                        .uses(OptionNames.NOT_FOUND)
                        .resultId(LIST_ID)
                        .row("Read the list of a type's records that has a name; objectId is the name"),
                row("rename", HttpMethod.PUT, LIST + "/update-list-name")
                        .does(Effect.UPDATE)
                        .takesName("listName")
                        .parameters(FILTERS)
                        .resultId("/updatedList/listId")
                        .row("Rename a list; the body is the new name"),
                row("updateFilters", HttpMethod.PUT, LIST + "/update-list-filters")
                        .does(Effect.UPDATE)
                        .takes(InputShape.DEFINITION)
                        .parameters("enrollObjectsInWorkflows")
                        .resultId("/updatedList/listId")
                        .row("Change the filters of a list"),
                row("delete", HttpMethod.DELETE, LIST).row("Delete a list"),
                row("restore", HttpMethod.PUT, LIST + "/restore")
                        .does(Effect.UPDATE)
                        .row("Bring a deleted list back, within 90 days"),
                row("search", HttpMethod.POST, "/search")
                        .does(Effect.READ)
                        .takes(InputShape.SEARCH_REQUEST)
                        .pages(new PageShape(SEARCH_PAGE, SEARCH_PAGE, "lists", true))
                        .uses(OptionNames.QUERY)
                        .row("Find lists by their names and kinds"),
                row("addMembers", HttpMethod.PUT, MEMBERS + "/add")
                        .does(Effect.UPDATE)
                        .takes(InputShape.ID_LIST)
                        .atMost(MOST_MEMBERS)
                        .row("Add records to a list, by their ids"),
                row("removeMembers", HttpMethod.PUT, MEMBERS + "/remove")
                        .does(Effect.UPDATE)
                        .takes(InputShape.ID_LIST)
                        .atMost(MOST_MEMBERS)
                        .row("Take records out of a list, by their ids"),
                row("members", HttpMethod.GET, MEMBERS).pagesOf(MEMBERS_PAGE).row("Read who is in a list"),
                row("recordMemberships", HttpMethod.GET, "/records/{objectTypeId}/{objectId}/memberships")
                        .takes(InputShape.RECORD_ID)
                        .gives(OutputShape.LIST)
                        .row("Read the lists that a record is in"));
    }

    private static ApiOperation.Builder row(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder("lists", name, method, "/crm/v3/lists" + rest, "/crm/lists/{version}" + rest);
    }
}
