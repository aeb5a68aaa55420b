// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Set;

/** The names of the options that only some operations use; a row of the catalogue lists its own. */
public final class OptionNames {

    public static final String OBJECT_TYPE = "objectType";
    /** No option but a variable of paths: the id of the object type that {@link #OBJECT_TYPE} names. */
    public static final String OBJECT_TYPE_ID = "objectTypeId";

    public static final String TO_OBJECT_TYPE = "toObjectType";
    public static final String OBJECT_ID = "objectId";
    public static final String TO_OBJECT_ID = "toObjectId";
    public static final String ID_PROPERTY = "idProperty";
    public static final String PROPERTIES = "properties";
    public static final String PROPERTIES_WITH_HISTORY = "propertiesWithHistory";
    public static final String ASSOCIATIONS = "associations";
    public static final String ASSOCIATION_TYPE_ID = "associationTypeId";
    public static final String ASSOCIATION_CATEGORY = "associationCategory";
    public static final String ASSOCIATION_LABEL = "associationLabel";
    public static final String LABEL_MODE = "labelMode";
    public static final String LIMIT = "limit";
    public static final String AFTER = "after";
    public static final String MAX_RESULTS = "maxResults";
    public static final String PAGINATION = "pagination";
    public static final String ARCHIVED = "archived";
    public static final String QUERY = "query";
    public static final String SORTS = "sorts";
    public static final String NOT_FOUND = "notFound";
    public static final String ON_CONFLICT = "onConflict";
    public static final String BATCH_FAILURE = "batchFailure";
    public static final String REJECTED_URI = "rejectedUri";
    public static final String KEEP_OUTCOMES = "keepOutcomes";
    public static final String MAX_REJECTED = "maxRejected";
    public static final String CLEAR_NULLS = "clearNulls";
    public static final String SKIP_BLANKS = "skipBlanks";
    public static final String STAGE_ID = "stageId";
    public static final String GROUP_NAME = "groupName";
    public static final String PARAMETERS = "parameters";
    public static final String PARAMETER_PREFIX = "parameter.";
    public static final String METHOD = "method";
    public static final String PATH = "path";
    public static final String WAIT = "wait";
    public static final String WAIT_TIMEOUT = "waitTimeout";
    public static final String POLL_DELAY = "pollDelay";
    public static final String PROGRESS_URI = "progressUri";
    public static final String FILE_NAME = "fileName";
    public static final String FOLDER_PATH = "folderPath";
    public static final String ACCESS = "access";
    public static final String VALIDATE = "validate";
    public static final String DRY_RUN = "dryRun";
    public static final String SKIP_UNCHANGED = "skipUnchanged";
    public static final String MISSING_TARGET = "missingTarget";
    public static final String MICRO_BATCH = "microBatch";
    public static final String MICRO_BATCH_SIZE = "microBatchSize";
    public static final String MICRO_BATCH_DELAY = "microBatchDelay";

    static final Set<String> BATCH = Set.of(BATCH_FAILURE, REJECTED_URI, KEEP_OUTCOMES, MAX_REJECTED);
    static final Set<String> SHARED_CALLS = Set.of(MICRO_BATCH, MICRO_BATCH_SIZE, MICRO_BATCH_DELAY);
    static final Set<String> VALUES = Set.of(CLEAR_NULLS, SKIP_BLANKS);
    static final Set<String> WAITING = Set.of(WAIT, WAIT_TIMEOUT, POLL_DELAY, PROGRESS_URI);
    static final Set<String> UPLOAD = Set.of(FILE_NAME, FOLDER_PATH, ACCESS);
    static final Set<String> PAGED = Set.of(LIMIT, AFTER, MAX_RESULTS, PAGINATION);
    static final Set<String> LINK_TYPES =
            Set.of(ASSOCIATION_TYPE_ID, ASSOCIATION_CATEGORY, ASSOCIATION_LABEL, LABEL_MODE);

    private OptionNames() {}
}
