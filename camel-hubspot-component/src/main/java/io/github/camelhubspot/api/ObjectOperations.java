// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

import static io.github.camelhubspot.api.OptionNames.ARCHIVED;
import static io.github.camelhubspot.api.OptionNames.ASSOCIATIONS;
import static io.github.camelhubspot.api.OptionNames.BATCH;
import static io.github.camelhubspot.api.OptionNames.DRY_RUN;
import static io.github.camelhubspot.api.OptionNames.ID_PROPERTY;
import static io.github.camelhubspot.api.OptionNames.NOT_FOUND;
import static io.github.camelhubspot.api.OptionNames.OBJECT_ID;
import static io.github.camelhubspot.api.OptionNames.ON_CONFLICT;
import static io.github.camelhubspot.api.OptionNames.PROPERTIES;
import static io.github.camelhubspot.api.OptionNames.PROPERTIES_WITH_HISTORY;
import static io.github.camelhubspot.api.OptionNames.QUERY;
import static io.github.camelhubspot.api.OptionNames.SHARED_CALLS;
import static io.github.camelhubspot.api.OptionNames.SKIP_UNCHANGED;
import static io.github.camelhubspot.api.OptionNames.SORTS;
import static io.github.camelhubspot.api.OptionNames.TO_OBJECT_ID;
import static io.github.camelhubspot.api.OptionNames.VALIDATE;
import static io.github.camelhubspot.api.OptionNames.VALUES;

/** The rows of the resource {@code objects}: CRM records of every type. */
final class ObjectOperations {

    private static final int BATCH_INPUTS = 100;
    private static final int INPUTS_WITH_HISTORY = 50;

    private ObjectOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                row("create", HttpMethod.POST, "")
                        .takes(InputShape.RECORD)
                        .notRepeatable()
                        .traceable()
                        .uses(VALUES)
                        .uses(ID_PROPERTY, ON_CONFLICT)
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .uses(SHARED_CALLS)
                        .row("Create a record, with its associations"),
                row("get", HttpMethod.GET, "/{objectId}")
                        .takes(InputShape.RECORD_ID)
                        .query(ID_PROPERTY, PROPERTIES, PROPERTIES_WITH_HISTORY, ASSOCIATIONS, ARCHIVED)
                        .uses(NOT_FOUND)
                        .uses(SHARED_CALLS)
                        .row("Read a record"),
                row("update", HttpMethod.PATCH, "/{objectId}")
                        .takes(InputShape.RECORD)
                        .traceable()
                        .uses(VALUES)
                        .query(ID_PROPERTY)
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .uses(SHARED_CALLS)
                        .row("Change properties of a record"),
                row("upsert", HttpMethod.POST, "/batch/upsert")
                        .does(Effect.UPSERT)
                        .takes(InputShape.RECORD)
                        .gives(OutputShape.ONLY_RESULT)
                        .traceable()
                        .uses(VALUES)
                        .uses(OBJECT_ID)
                        .needsIdProperty()
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .uses(SHARED_CALLS)
                        .row("Update the record with that unique property, or create it"),
                row("archive", HttpMethod.DELETE, "/{objectId}")
                        .takes(InputShape.RECORD_ID)
                        .uses(SHARED_CALLS)
                        .row("Move a record to the recycle bin"),
                row("list", HttpMethod.GET, "")
                        .pagesOf(100, INPUTS_WITH_HISTORY)
                        .query(PROPERTIES, PROPERTIES_WITH_HISTORY, ASSOCIATIONS, ARCHIVED)
                        .row("Read all records of a type"),
                row("search", HttpMethod.POST, "/search")
                        .does(Effect.READ)
                        .takes(InputShape.SEARCH_REQUEST)
                        .pagesOf(200, 200)
                        .countsAgainst(QuotaWindow.SEARCH)
                        .uses(PROPERTIES, QUERY, SORTS)
                        .row("Find records by their properties"),
                row("merge", HttpMethod.POST, "/merge")
                        .does(Effect.UPDATE)
                        .notRepeatable()
                        .bodyField("primaryObjectId", OBJECT_ID)
                        .bodyField("objectIdToMerge", TO_OBJECT_ID)
                        .row("Merge the record toObjectId into the record objectId"),
                row("gdprDelete", HttpMethod.POST, "/gdpr-delete")
                        .does(Effect.REMOVE)
                        .takes(InputShape.RECORD_ID)
                        .bodyField("objectId", OBJECT_ID)
                        .bodyField("idProperty", ID_PROPERTY)
                        .row("Delete a contact for good, as the GDPR asks"),
                row("batchCreate", HttpMethod.POST, "/batch/create")
                        .takes(InputShape.RECORDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS)
                        .notRepeatable()
                        .traceable()
                        .uses(BATCH)
                        .uses(VALUES)
                        .uses(ID_PROPERTY, ON_CONFLICT)
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .row("Create many records, with their associations"),
                row("batchGet", HttpMethod.POST, "/batch/read")
                        .does(Effect.READ)
                        .takes(InputShape.RECORD_IDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS, INPUTS_WITH_HISTORY)
                        .uses(BATCH)
                        .uses(ID_PROPERTY, PROPERTIES, PROPERTIES_WITH_HISTORY, ARCHIVED)
                        .row("Read many records"),
                row("batchUpdate", HttpMethod.POST, "/batch/update")
                        .does(Effect.UPDATE)
                        .takes(InputShape.RECORDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS)
                        .traceable()
                        .uses(BATCH)
                        .uses(VALUES)
                        .uses(ID_PROPERTY)
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .row("Change properties of many records"),
                row("batchUpsert", HttpMethod.POST, "/batch/upsert")
                        .does(Effect.UPSERT)
                        .takes(InputShape.RECORDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS)
                        .traceable()
                        .uses(BATCH)
                        .uses(VALUES)
                        .needsIdProperty()
                        .uses(VALIDATE, DRY_RUN, SKIP_UNCHANGED)
                        .row("Update or create many records by a unique property"),
                row("batchArchive", HttpMethod.POST, "/batch/archive")
                        .does(Effect.REMOVE)
                        .takes(InputShape.RECORD_IDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(BATCH_INPUTS)
                        .uses(BATCH)
                        .row("Move many records to the recycle bin"));
    }

    private static ApiOperation.Builder row(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "objects",
                name,
                method,
                "/crm/v3/objects/{objectType}" + rest,
                "/crm/objects/{version}/{objectType}" + rest);
    }
}
