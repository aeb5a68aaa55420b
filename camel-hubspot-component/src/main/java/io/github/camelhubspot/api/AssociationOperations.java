// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;

import static io.github.camelhubspot.api.OptionNames.BATCH;
import static io.github.camelhubspot.api.OptionNames.LINK_TYPES;

/** The rows of the resource {@code associations}: links between records, and their labels. */
final class AssociationOperations {

    private static final String RESOURCE = "associations";
    private static final String LIMITS_V4 = "/crm/associations/v4/definitions/configurations";
    private static final String LIMITS_DATED = "/crm/associations/{version}/definitions/configurations";

    /** HubSpot names no maximum; its other batches of definitions have this one. */
    private static final int LIMITS_INPUTS = 100;

    private AssociationOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                ofRecord("put", HttpMethod.PUT, "/{toObjectType}/{toObjectId}")
                        .takes(InputShape.TYPED_LINK)
                        .uses(LINK_TYPES)
                        .row("Link two records with types or a label; replaces the labels of the link"),
                ofRecord("putDefault", HttpMethod.PUT, "/default/{toObjectType}/{toObjectId}")
                        .takes(InputShape.LINK)
                        .row("Link two records without a label"),
                ofRecord("list", HttpMethod.GET, "/{toObjectType}")
                        .takes(InputShape.RECORD_ID)
                        .pagesOf(500)
                        .textIds("toObjectId")
                        .row("Read the links of a record to one type"),
                ofRecord("archive", HttpMethod.DELETE, "/{toObjectType}/{toObjectId}")
                        .takes(InputShape.LINK)
                        .row("Remove every link between two records"),
                ofPair("batchPut", HttpMethod.POST, "/batch/create")
                        .takes(InputShape.TYPED_LINKS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(2000)
                        .uses(BATCH)
                        .uses(LINK_TYPES)
                        .row("Link many pairs of records with types or a label"),
                ofPair("batchPutDefault", HttpMethod.POST, "/batch/associate/default")
                        .takes(InputShape.LINKS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(2000)
                        .uses(BATCH)
                        .row("Link many pairs of records without a label"),
                ofPair("batchGet", HttpMethod.POST, "/batch/read")
                        .does(Effect.READ)
                        .takes(InputShape.RECORD_IDS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(1000)
                        .textIds("toObjectId")
                        .uses(BATCH)
                        .row("Read the links of many records to one type"),
                ofPair("batchArchive", HttpMethod.POST, "/batch/archive")
                        .does(Effect.REMOVE)
                        .takes(InputShape.LINKS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(100)
                        .uses(BATCH)
                        .row("Remove every link of many pairs of records"),
                ofPair("batchArchiveLabels", HttpMethod.POST, "/batch/labels/archive")
                        .does(Effect.REMOVE)
                        .takes(InputShape.TYPED_LINKS)
                        .gives(OutputShape.OUTCOMES)
                        .atMost(100)
                        .uses(BATCH)
                        .uses(
                                OptionNames.ASSOCIATION_TYPE_ID,
                                OptionNames.ASSOCIATION_CATEGORY,
                                OptionNames.ASSOCIATION_LABEL)
                        .row("Remove labels from many links"),
                ofPair("labels", HttpMethod.GET, "/labels")
                        .gives(OutputShape.LIST)
                        .row("Read the types and labels of links between two types"),
                ofPair("createLabel", HttpMethod.POST, "/labels")
                        .takes(InputShape.DEFINITION)
                        .gives(OutputShape.LIST)
                        .notRepeatable()
                        .row("Create a label for links between two types"),
                ofPair("updateLabel", HttpMethod.PUT, "/labels")
                        .does(Effect.UPDATE)
                        .takes(InputShape.DEFINITION)
                        .row("Change the text of a label; the body names its associationTypeId"),
                ofPair("deleteLabel", HttpMethod.DELETE, "/labels/{associationTypeId}")
                        .row("Delete a label, and its inverse with it"),
                limits("limits", HttpMethod.GET, "")
                        .untyped(LIMITS_V4 + "/all", LIMITS_DATED + "/all")
                        .gives(OutputShape.LIST)
                        .row(
                                "Read how many links of a kind a record may have, between two types or, without types, all"),
                limits("createLimits", HttpMethod.POST, "/batch/create")
                        .takes(InputShape.DEFINITIONS)
                        .row("Limit how many links of a kind a record may have"),
                limits("updateLimits", HttpMethod.POST, "/batch/update")
                        .does(Effect.UPDATE)
                        .takes(InputShape.DEFINITIONS)
                        .row("Change such limits"),
                limits("deleteLimits", HttpMethod.POST, "/batch/purge")
                        .does(Effect.REMOVE)
                        .takes(InputShape.DEFINITIONS)
                        .row("Remove such limits"),
                new ApiOperation.Builder(
                                RESOURCE,
                                "highUsageReport",
                                HttpMethod.POST,
                                "/crm/v4/associations/usage/high-usage-report/{objectId}",
                                "/crm/associations/{version}/usage/high-usage-report/{objectId}")
                        .does(Effect.READ)
                        .countsAgainst(QuotaWindow.ASSOCIATIONS)
                        .resultId("/userId")
                        .row(
                                "Have HubSpot mail a user which records come near their limits; objectId is the user's id"));
    }

    private static ApiOperation.Builder limits(String name, HttpMethod method, String rest) {
        String types = "/{objectType}/{toObjectType}";
        ApiOperation.Builder row = new ApiOperation.Builder(
                        RESOURCE, name, method, LIMITS_V4 + types + rest, LIMITS_DATED + types + rest)
                .countsAgainst(QuotaWindow.ASSOCIATIONS);
        return method == HttpMethod.GET
                ? row
                : row.gives(OutputShape.OUTCOMES)
                        .atMost(LIMITS_INPUTS)
                        .keyedBy("category", "typeId")
                        .uses(BATCH);
    }

    private static ApiOperation.Builder ofRecord(String name, HttpMethod method, String rest) {
        String tail = "/{objectType}/{objectId}/associations" + rest;
        return new ApiOperation.Builder(
                RESOURCE, name, method, "/crm/v4/objects" + tail, "/crm/objects/{version}" + tail);
    }

    private static ApiOperation.Builder ofPair(String name, HttpMethod method, String rest) {
        String tail = "/{objectType}/{toObjectType}" + rest;
        return new ApiOperation.Builder(
                        RESOURCE, name, method, "/crm/v4/associations" + tail, "/crm/associations/{version}" + tail)
                .countsAgainst(QuotaWindow.ASSOCIATIONS);
    }
}
