// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;

import org.apache.camel.spi.Metadata;

/**
 * The names of the headers.
 *
 * <p>Those that are read and those that are set differ throughout, so that the answer of one step cannot retarget the next.
 * After a consumer that untrusted parties reach, remove them: {@code removeHeaders("CamelHubSpot*")}.
 */
public final class HubSpotConstants {

    /** Scheme of the component. */
    public static final String SCHEME = "hubspot";

    @Metadata(
            label = "producer",
            description = "In: the operation; read only where neither the URI nor the component sets it",
            javaType = "String")
    public static final String OPERATION = "CamelHubSpotOperation";

    @Metadata(
            label = "producer",
            description = "In: the object type; read only where the URI does not set it",
            javaType = "String")
    public static final String OBJECT_TYPE = "CamelHubSpotObjectType";

    @Metadata(
            label = "producer",
            description =
                    "In: the object type that an association leads to; read only where neither the URI nor the component"
                            + " sets it",
            javaType = "String")
    public static final String TO_OBJECT_TYPE = "CamelHubSpotToObjectType";

    @Metadata(
            label = "producer",
            description =
                    "In: the account that the tokenProvider is asked for; read only where there is one and neither the URI"
                            + " nor the component sets the option account",
            javaType = "String")
    public static final String ACCOUNT = "CamelHubSpotAccount";

    @Metadata(
            label = "producer",
            description = "In: what the resource addresses: a record id, a value of idProperty, a property name",
            javaType = "String")
    public static final String OBJECT_ID = "CamelHubSpotObjectId";

    @Metadata(
            label = "producer",
            description = "In: the id of the record that an association leads to, or that is merged",
            javaType = "String")
    public static final String TO_OBJECT_ID = "CamelHubSpotToObjectId";

    @Metadata(
            label = "producer",
            description = "In: the unique property that identifies records instead of the record id",
            javaType = "String")
    public static final String ID_PROPERTY = "CamelHubSpotIdProperty";

    @Metadata(
            label = "producer",
            description = "In: the properties to read, separated by commas, or a collection of them",
            javaType = "String")
    public static final String PROPERTIES = "CamelHubSpotProperties";

    @Metadata(label = "producer", description = "In: where a paged read begins", javaType = "String")
    public static final String AFTER = "CamelHubSpotAfter";

    @Metadata(label = "producer", description = "In: the size of a page", javaType = "Integer")
    public static final String LIMIT = "CamelHubSpotLimit";

    @Metadata(label = "producer", description = "In: the id of an association's type", javaType = "Integer")
    public static final String ASSOCIATION_TYPE_ID = "CamelHubSpotAssociationTypeId";

    @Metadata(
            label = "producer",
            description = "In: the category of an association's type",
            javaType = "String",
            enums = "HUBSPOT_DEFINED,USER_DEFINED,INTEGRATOR_DEFINED,WORK")
    public static final String ASSOCIATION_CATEGORY = "CamelHubSpotAssociationCategory";

    @Metadata(label = "producer", description = "In: the label of an association, by name", javaType = "String")
    public static final String ASSOCIATION_LABEL = "CamelHubSpotAssociationLabel";

    @Metadata(label = "producer", description = "In: the text that a search looks for", javaType = "String")
    public static final String QUERY = "CamelHubSpotQuery";

    @Metadata(
            label = "producer",
            description = "In: the id of a stage of the pipeline that objectId names",
            javaType = "String")
    public static final String STAGE_ID = "CamelHubSpotStageId";

    @Metadata(label = "producer", description = "In: the name of a group of properties", javaType = "String")
    public static final String GROUP_NAME = "CamelHubSpotGroupName";

    @Metadata(label = "producer", description = "Out: the id of the record of the answer", javaType = "String")
    public static final String RESULT_ID = "CamelHubSpotResultId";

    @Metadata(
            label = "producer",
            description = "Out: where the next page begins, with pagination=page; absent after the last page",
            javaType = "String")
    public static final String NEXT_AFTER = "CamelHubSpotNextAfter";

    @Metadata(label = "producer", description = "Out: the HTTP status of HubSpot's answer", javaType = "Integer")
    public static final String STATUS_CODE = "CamelHubSpotStatusCode";

    @Metadata(label = "producer", description = "Out: HubSpot's id of the call", javaType = "String")
    public static final String CORRELATION_ID = "CamelHubSpotCorrelationId";

    @Metadata(label = "producer", description = "Out: how many inputs of a batch succeeded", javaType = "Long")
    public static final String SUCCEEDED = "CamelHubSpotSucceeded";

    @Metadata(label = "producer", description = "Out: how many inputs of a batch failed", javaType = "Long")
    public static final String FAILED = "CamelHubSpotFailed";

    @Metadata(
            label = "producer",
            description =
                    "Out: how a write of one record ended that may end in several ways: a create with onConflict=update or skip, one with"
                            + " skipUnchanged, a dry run; also on what rejectedUri gets",
            javaType = "io.github.camelhubspot.batch.OutcomeStatus")
    public static final String OUTCOME = "CamelHubSpotOutcome";

    @Metadata(
            label = "producer",
            description =
                    "Out: what HubSpot changed in the record that was written, or what the component left out; absent where"
                            + " there is nothing to tell. In a batch each outcome has its own",
            javaType = "java.util.List<io.github.camelhubspot.api.HubSpotWarning>")
    public static final String WARNINGS = "CamelHubSpotWarnings";

    @Metadata(
            label = "producer",
            description = "Out: true where dryRun=true wrote nothing and the body is a report",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelHubSpotDryRun";

    @Metadata(
            label = "producer",
            description = "On what rejectedUri gets: the place of the input in the batch, from 0",
            javaType = "Long")
    public static final String RECORD_INDEX = "CamelHubSpotRecordIndex";

    @Metadata(
            label = "producer",
            description = "On what rejectedUri gets: what names the input, such as its id",
            javaType = "String")
    public static final String RECORD_KEY = "CamelHubSpotRecordKey";

    @Metadata(
            label = "producer",
            description =
                    "On what rejectedUri gets: what HubSpot, or the component, said against the input; it may hold"
                            + " values of the record",
            javaType = "String")
    public static final String ERROR_MESSAGE = "CamelHubSpotErrorMessage";

    @Metadata(
            label = "producer",
            description = "On what rejectedUri gets: HubSpot's category of the error",
            javaType = "String")
    public static final String ERROR_CATEGORY = "CamelHubSpotErrorCategory";

    @Metadata(
            label = "producer",
            description = "On what rejectedUri gets: the properties that HubSpot refused, separated by commas",
            javaType = "String")
    public static final String ERROR_PROPERTIES = "CamelHubSpotErrorProperties";

    /** What an operation sets, and removes first, so that no answer passes for that of a later step. */
    static final List<String> OUT =
            List.of(RESULT_ID, NEXT_AFTER, STATUS_CODE, CORRELATION_ID, SUCCEEDED, FAILED, OUTCOME, WARNINGS, DRY_RUN);

    /** The exchange property that holds the {@link io.github.camelhubspot.batch.BatchResult} of a batch that failed. */
    public static final String BATCH_RESULT = "CamelHubSpotBatchResult";

    private HubSpotConstants() {}
}
