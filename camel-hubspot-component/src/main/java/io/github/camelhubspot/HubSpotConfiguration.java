// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.camelhubspot.batch.LabelMode;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.client.Priority;
import io.github.camelhubspot.prepare.MissingTarget;
import io.github.camelhubspot.prepare.Validate;
import io.github.camelhubspot.record.OutputType;

/**
 * The options that a component and its endpoints share: what the component sets is the default of its endpoints.
 *
 * <p>Longer than other classes because Camel wants a field and two accessors for every option.
 */
@Configurer(extended = true)
@UriParams
public class HubSpotConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true, description = "The access token of a private app, or a service key")
    private String accessToken;

    @UriParam(label = "security", description = "The client id of an OAuth app, beside clientSecret and refreshToken")
    private String clientId;

    @UriParam(label = "security", secret = true, description = "The client secret of an OAuth app")
    private String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The refresh token of an OAuth app; access tokens are fetched with it, and again before they end")
    private String refreshToken;

    @UriParam(
            label = "security",
            description = "The bean that gives access tokens, which may differ per account and live in a vault")
    private HubSpotTokenProvider tokenProvider;

    @UriParam(
            label = "security",
            description =
                    "The name of the account: handed to the tokenProvider, and the quota is kept for each name apart")
    private String account;

    @UriParam(
            label = "common",
            defaultValue = "https://api.hubapi.com",
            description = "Where HubSpot's API is; https, or any address of this machine")
    private String baseUrl = "https://api.hubapi.com";

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Allow plain http to other machines, for a proxy that adds TLS. The access token then crosses the network unprotected")
    private boolean allowHttp = false;

    @UriParam(
            label = "common",
            defaultValue = "v3",
            enums = "v3,2026-03,2026-09",
            description = "The version of HubSpot's API: v3 (with v4 associations), 2026-03 or 2026-09")
    private String apiVersion = "v3";

    @UriParam(
            label = "producer",
            enums =
                    "create,get,update,upsert,archive,list,search,merge,gdprDelete,batchCreate,batchGet,batchUpdate,batchUpsert,batchArchive,"
                            + "put,putDefault,batchPut,batchPutDefault,batchArchiveLabels,labels,createLabel,updateLabel,deleteLabel,"
                            + "limits,createLimits,updateLimits,deleteLimits,highUsageReport,"
                            + "createGroup,getGroup,updateGroup,archiveGroup,listGroups,jsonSchema,"
                            + "replace,delete,createStage,getStage,updateStage,replaceStage,deleteStage,listStages,audit,stageAudit,"
                            + "createAssociation,deleteAssociation,"
                            + "getByName,rename,updateFilters,restore,addMembers,removeMembers,members,recordMemberships,"
                            + "start,cancel,errors,download,upload,signedUrl,send,sendBatch,info,usage",
            description = "What to do")
    private String operation;

    @UriParam(label = "producer", description = "The object type that associations lead to")
    private String toObjectType;

    @UriParam(
            label = "producer",
            description = "What the resource addresses: a record id, a value of idProperty, a property name")
    private String objectId;

    @UriParam(
            label = "producer",
            description = "The id of the record that an association leads to, or that is merged into objectId")
    private String toObjectId;

    @UriParam(label = "producer", description = "The unique property that identifies records instead of the record id")
    private String idProperty;

    @UriParam(label = "producer", description = "The properties to read, separated by commas")
    private String properties;

    @UriParam(label = "producer", description = "The properties to read with their history, separated by commas")
    private String propertiesWithHistory;

    @UriParam(
            label = "producer",
            description = "The object types whose associations are read with a record, separated by commas")
    private String associations;

    @UriParam(label = "producer", description = "The id of an association's type, from 1 to 2147483647")
    private String associationTypeId;

    @UriParam(
            label = "producer",
            enums = "HUBSPOT_DEFINED,USER_DEFINED,INTEGRATOR_DEFINED,WORK",
            description = "The category of an association's type")
    private String associationCategory;

    @UriParam(
            label = "producer",
            description = "The label of an association, by name; looked up in HubSpot's list of labels")
    private String associationLabel;

    @UriParam(
            label = "producer",
            defaultValue = "replace",
            enums = "replace,add",
            description =
                    "What becomes of the labels that a link has: replace, as HubSpot does it, or add, which keeps them")
    private LabelMode labelMode = LabelMode.REPLACE;

    @UriParam(label = "producer", description = "The size of a page; 0 for the largest that HubSpot allows")
    private int limit;

    @UriParam(label = "producer", description = "Where a paged read begins")
    private String after;

    @UriParam(label = "producer", description = "The most entries of a paged read in all; 0 for no limit")
    private long maxResults;

    @UriParam(
            label = "producer",
            defaultValue = "all",
            enums = "all,page",
            description = "Whether a paged read gives all entries, page after page, or one page")
    private Pagination pagination = Pagination.ALL;

    @UriParam(label = "producer", defaultValue = "false", description = "Whether archived records are read")
    private boolean archived = false;

    @UriParam(label = "producer", description = "The text that a search looks for")
    private String query;

    @UriParam(
            label = "producer",
            description = "The property that a search sorts by, with :descending for the other direction")
    private String sorts;

    @UriParam(
            label = "producer",
            defaultValue = "map",
            enums = "map,json,string,class",
            description = "The shape of HubSpot's records and answers in the body")
    private OutputType outputType = OutputType.MAP;

    @UriParam(label = "producer", description = "The class of outputType=class")
    private String outputClass;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,empty",
            description = "What a get does where there is no such record: fail, or set an empty body")
    private NotFound notFound = NotFound.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,update,skip",
            description = "What a create does where the record exists already")
    private OnConflict onConflict = OnConflict.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "throw",
            enums = "throw,report",
            description = "Whether a batch with failed inputs fails the exchange, or reports them in the body")
    private BatchFailure batchFailure = BatchFailure.THROW;

    @UriParam(
            label = "producer",
            description =
                    "The endpoint that gets each input of a batch that did not succeed, with its error in headers; implies batchFailure=report")
    private String rejectedUri;

    @UriParam(
            label = "producer",
            enums = "all,failed",
            description =
                    "Whether the result of a batch keeps all outcomes or those that failed; left out, all for a collection and the failed ones for a stream")
    private KeepOutcomes keepOutcomes;

    @UriParam(
            label = "producer",
            defaultValue = "10000",
            description =
                    "How many rejected inputs of a batch are kept at most; more end the batch, unless rejectedUri takes them")
    private int maxRejected = 10_000;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether messages that ask for the same share one batch call; each gets the result or exception that it would have had alone."
                            + " For create, get, update, upsert and archive of one record")
    private boolean microBatch = false;

    @UriParam(
            label = "producer",
            description =
                    "How many messages share a call at most; 0 for as many as HubSpot allows, 100, or 50 with histories")
    private int microBatchSize;

    @UriParam(
            label = "producer",
            defaultValue = "100ms",
            description = "How long a message waits at most for others to share its call")
    private Duration microBatchDelay = Duration.ofMillis(100);

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether a null clears a property of a plain record; else the property is left alone")
    private boolean clearNulls = false;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description = "Whether a blank text leaves a property of a plain record alone; else it clears the property")
    private boolean skipBlanks = true;

    @UriParam(label = "producer", description = "The id of a stage of the pipeline that objectId names")
    private String stageId;

    @UriParam(label = "producer", description = "The name of a group of properties")
    private String groupName;

    @UriParam(
            label = "producer",
            prefix = "parameter.",
            multiValue = true,
            description =
                    "Rarer query parameters of HubSpot's call, such as parameter.dataSensitivity=sensitive; each operation lists its own")
    private Map<String, Object> parameters;

    @UriParam(label = "producer", enums = "GET,POST,PUT,PATCH,DELETE", description = "The HTTP method of a raw call")
    private String method;

    @UriParam(
            label = "producer",
            description =
                    "The path of a raw call, which begins with a slash, perhaps with a query; encoded as it is to be sent")
    private String path;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Whether the start of an import or export waits until HubSpot has finished it")
    private boolean wait = false;

    @UriParam(
            label = "producer",
            defaultValue = "1h",
            description = "How long an import or export is waited for at most")
    private Duration waitTimeout = Duration.ofHours(1);

    @UriParam(
            label = "producer",
            defaultValue = "5s",
            description = "How long to wait before HubSpot is asked again how far an import or export is")
    private Duration pollDelay = Duration.ofSeconds(5);

    @UriParam(
            label = "producer",
            description =
                    "The endpoint that gets HubSpot's answer each time that an import or export that is waited for has got further")
    private String progressUri;

    @UriParam(
            label = "producer",
            description = "The name of the file to upload; left out, that of the body or of the header CamelFileName")
    private String fileName;

    @UriParam(label = "producer", description = "The folder that a file is uploaded to; HubSpot makes it if need be")
    private String folderPath;

    @UriParam(
            label = "producer",
            defaultValue = "PRIVATE",
            enums =
                    "PRIVATE,PUBLIC_INDEXABLE,PUBLIC_NOT_INDEXABLE,HIDDEN_INDEXABLE,HIDDEN_NOT_INDEXABLE,HIDDEN_PRIVATE,HIDDEN_SENSITIVE,SENSITIVE",
            description = "Who may see a file that is uploaded")
    private String access = "PRIVATE";

    @UriParam(
            label = "producer",
            defaultValue = "off",
            enums = "off,strict,warn",
            description =
                    "Whether records are checked against their type's properties before anything is sent: strict rejects what HubSpot"
                            + " would refuse, warn sends it and tells what is wrong")
    private Validate validate = Validate.OFF;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether nothing is written, and each record is told whether it would be created, updated or left as it is, compared"
                            + " with what HubSpot holds now; records are checked as with validate=strict, unless validate says otherwise")
    private boolean dryRun = false;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether records that would not change are left alone, with their date of modification, which costs a read for"
                            + " each call; a create needs onConflict=update for it")
    private boolean skipUnchanged = false;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,skip,create",
            description =
                    "What becomes of a record or link whose target, named by a property as in company.domain=acme.com, does not exist:"
                            + " it fails, goes without the link, or the target is created")
    private MissingTarget missingTarget = MissingTarget.FAIL;

    @UriParam(
            label = "advanced",
            description =
                    "The most calls in ten seconds; where endpoints of one account differ, the lowest counts. Left out, 100 until"
                            + " HubSpot's answers say what the account allows")
    private Integer requestsPerTenSeconds;

    @UriParam(
            label = "advanced",
            defaultValue = "5",
            description =
                    "How many searches the account allows in one second; where endpoints of one account differ, the lowest counts")
    private int searchesPerSecond = 5;

    @UriParam(
            label = "producer",
            defaultValue = "interactive",
            enums = "interactive,bulk",
            description = "Whether calls go before those of bulk work, or are bulk work themselves")
    private Priority priority = Priority.INTERACTIVE;

    @UriParam(
            label = "advanced",
            defaultValue = "100",
            description =
                    "The percentage of the account's calls of a day at which bulk work stops, as far as HubSpot tells them")
    private int dailyCeiling = 100;

    @UriParam(
            label = "advanced",
            description =
                    "How many nodes share the quota through the Bucket4j proxy manager in the registry; each takes its share"
                            + " while that store is lost")
    private int quotaNodes;

    @UriParam(
            label = "advanced",
            defaultValue = "16",
            description =
                    "How many calls to the account may be in flight at once; where endpoints of one account differ, the lowest counts")
    private int maxConcurrentCalls = 16;

    @UriParam(
            label = "advanced",
            defaultValue = "5",
            description = "How often a call is repeated at most, where that is safe")
    private int maxRetries = 5;

    @UriParam(
            label = "advanced",
            defaultValue = "60s",
            description =
                    "The longest wait before a call is repeated; a longer one that HubSpot asks for fails the call")
    private Duration maxRetryDelay = Duration.ofSeconds(60);

    @UriParam(label = "timeout", defaultValue = "10s", description = "The longest wait for a connection")
    private Duration connectTimeout = Duration.ofSeconds(10);

    @UriParam(
            label = "timeout",
            defaultValue = "60s",
            description = "The longest wait for HubSpot's answer, and for each part of it")
    private Duration responseTimeout = Duration.ofSeconds(60);

    @UriParam(label = "advanced", defaultValue = "67108864", description = "The largest answer in bytes that is read")
    private long maxResponseSize = 67_108_864;

    @UriParam(
            label = "advanced",
            description =
                    "The camel-http component to send through, for proxies and the like; its own pools and connect time-out apply")
    private HttpComponent httpComponent;

    @UriParam(label = "security", description = "TLS of the connection to HubSpot")
    private SSLContextParameters sslContextParameters;

    /** A copy that can be changed without changing this one. */
    public HubSpotConfiguration copy() {
        try {
            return (HubSpotConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getAccessToken() {
        return accessToken;
    }

    /** The access token of a private app, or a service key. */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getClientId() {
        return clientId;
    }

    /** The client id of an OAuth app. */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    /** The client secret of an OAuth app. */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    /** The refresh token of an OAuth app. */
    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public HubSpotTokenProvider getTokenProvider() {
        return tokenProvider;
    }

    /** The bean that gives access tokens. */
    public void setTokenProvider(HubSpotTokenProvider tokenProvider) {
        this.tokenProvider = tokenProvider;
    }

    public String getAccount() {
        return account;
    }

    /** The name of the account. */
    public void setAccount(String account) {
        this.account = account;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** Where HubSpot's API is; https, or any address of this machine. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public boolean isAllowHttp() {
        return allowHttp;
    }

    /** Allow plain http to other machines, for a proxy that adds TLS. The access token then crosses the network unprotected. */
    public void setAllowHttp(boolean allowHttp) {
        this.allowHttp = allowHttp;
    }

    public String getApiVersion() {
        return apiVersion;
    }

    /** The version of HubSpot's API: v3 (with v4 associations), 2026-03 or 2026-09. */
    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public String getOperation() {
        return operation;
    }

    /** What to do. */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getToObjectType() {
        return toObjectType;
    }

    /** The object type that associations lead to. */
    public void setToObjectType(String toObjectType) {
        this.toObjectType = toObjectType;
    }

    public String getObjectId() {
        return objectId;
    }

    /** What the resource addresses: a record id, a value of idProperty, a property name. */
    public void setObjectId(String objectId) {
        this.objectId = objectId;
    }

    public String getToObjectId() {
        return toObjectId;
    }

    /** The id of the record that an association leads to, or that is merged into objectId. */
    public void setToObjectId(String toObjectId) {
        this.toObjectId = toObjectId;
    }

    public String getIdProperty() {
        return idProperty;
    }

    /** The unique property that identifies records instead of the record id. */
    public void setIdProperty(String idProperty) {
        this.idProperty = idProperty;
    }

    public String getProperties() {
        return properties;
    }

    /** The properties to read, separated by commas. */
    public void setProperties(String properties) {
        this.properties = properties;
    }

    public String getPropertiesWithHistory() {
        return propertiesWithHistory;
    }

    /** The properties to read with their history, separated by commas. */
    public void setPropertiesWithHistory(String propertiesWithHistory) {
        this.propertiesWithHistory = propertiesWithHistory;
    }

    public String getAssociations() {
        return associations;
    }

    /** The object types whose associations are read with a record, separated by commas. */
    public void setAssociations(String associations) {
        this.associations = associations;
    }

    public String getAssociationTypeId() {
        return associationTypeId;
    }

    /** The id of an association's type, from 1 to 2147483647. */
    public void setAssociationTypeId(String associationTypeId) {
        this.associationTypeId = associationTypeId;
    }

    public String getAssociationCategory() {
        return associationCategory;
    }

    /** The category of an association's type. */
    public void setAssociationCategory(String associationCategory) {
        this.associationCategory = associationCategory;
    }

    public String getAssociationLabel() {
        return associationLabel;
    }

    /** The label of an association, by name; looked up in HubSpot's list of labels. */
    public void setAssociationLabel(String associationLabel) {
        this.associationLabel = associationLabel;
    }

    public LabelMode getLabelMode() {
        return labelMode;
    }

    /** What becomes of the labels that a link has: replace, as HubSpot does it, or add, which keeps them. */
    public void setLabelMode(LabelMode labelMode) {
        this.labelMode = labelMode;
    }

    public int getLimit() {
        return limit;
    }

    /** The size of a page; 0 for the largest that HubSpot allows. */
    public void setLimit(int limit) {
        this.limit = limit;
    }

    public String getAfter() {
        return after;
    }

    /** Where a paged read begins. */
    public void setAfter(String after) {
        this.after = after;
    }

    public long getMaxResults() {
        return maxResults;
    }

    /** The most entries of a paged read in all; 0 for no limit. */
    public void setMaxResults(long maxResults) {
        this.maxResults = maxResults;
    }

    public Pagination getPagination() {
        return pagination;
    }

    /** Whether a paged read gives all entries, page after page, or one page. */
    public void setPagination(Pagination pagination) {
        this.pagination = pagination;
    }

    public boolean isArchived() {
        return archived;
    }

    /** Whether archived records are read. */
    public void setArchived(boolean archived) {
        this.archived = archived;
    }

    public String getQuery() {
        return query;
    }

    /** The text that a search looks for. */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getSorts() {
        return sorts;
    }

    /** The property that a search sorts by, with :descending for the other direction. */
    public void setSorts(String sorts) {
        this.sorts = sorts;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    /** The shape of HubSpot's records and answers in the body. */
    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public String getOutputClass() {
        return outputClass;
    }

    /** The class of outputType=class. */
    public void setOutputClass(String outputClass) {
        this.outputClass = outputClass;
    }

    public NotFound getNotFound() {
        return notFound;
    }

    /** What a get does where there is no such record: fail, or set an empty body. */
    public void setNotFound(NotFound notFound) {
        this.notFound = notFound;
    }

    public OnConflict getOnConflict() {
        return onConflict;
    }

    /** What a create does where the record exists already. */
    public void setOnConflict(OnConflict onConflict) {
        this.onConflict = onConflict;
    }

    public BatchFailure getBatchFailure() {
        return batchFailure;
    }

    /** Whether a batch with failed inputs fails the exchange, or reports them in the body. */
    public void setBatchFailure(BatchFailure batchFailure) {
        this.batchFailure = batchFailure;
    }

    public String getRejectedUri() {
        return rejectedUri;
    }

    /** The endpoint that gets each input of a batch that did not succeed, with its error in headers; implies batchFailure=report. */
    public void setRejectedUri(String rejectedUri) {
        this.rejectedUri = rejectedUri;
    }

    public KeepOutcomes getKeepOutcomes() {
        return keepOutcomes;
    }

    /** Whether the result of a batch keeps all outcomes or those that failed; left out, all for a collection and the failed ones for a stream. */
    public void setKeepOutcomes(KeepOutcomes keepOutcomes) {
        this.keepOutcomes = keepOutcomes;
    }

    public int getMaxRejected() {
        return maxRejected;
    }

    /** How many rejected inputs of a batch are kept at most; more end the batch, unless rejectedUri takes them. */
    public void setMaxRejected(int maxRejected) {
        this.maxRejected = maxRejected;
    }

    public boolean isMicroBatch() {
        return microBatch;
    }

    /** Whether messages that ask for the same share one batch call. */
    public void setMicroBatch(boolean microBatch) {
        this.microBatch = microBatch;
    }

    public int getMicroBatchSize() {
        return microBatchSize;
    }

    /** How many messages share a call at most; 0 for as many as HubSpot allows. */
    public void setMicroBatchSize(int microBatchSize) {
        this.microBatchSize = microBatchSize;
    }

    public Duration getMicroBatchDelay() {
        return microBatchDelay;
    }

    /** How long a message waits at most for others to share its call. */
    public void setMicroBatchDelay(Duration microBatchDelay) {
        this.microBatchDelay = microBatchDelay;
    }

    public boolean isClearNulls() {
        return clearNulls;
    }

    /** Whether a null clears a property of a plain record; else the property is left alone. */
    public void setClearNulls(boolean clearNulls) {
        this.clearNulls = clearNulls;
    }

    public boolean isSkipBlanks() {
        return skipBlanks;
    }

    /** Whether a blank text leaves a property of a plain record alone; else it clears the property. */
    public void setSkipBlanks(boolean skipBlanks) {
        this.skipBlanks = skipBlanks;
    }

    public String getStageId() {
        return stageId;
    }

    /** The id of a stage of the pipeline that objectId names. */
    public void setStageId(String stageId) {
        this.stageId = stageId;
    }

    public String getGroupName() {
        return groupName;
    }

    /** The name of a group of properties. */
    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    /** Rarer query parameters of HubSpot's call. */
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public String getMethod() {
        return method;
    }

    /** The HTTP method of a raw call. */
    public void setMethod(String method) {
        this.method = method;
    }

    public String getPath() {
        return path;
    }

    /** The path of a raw call. */
    public void setPath(String path) {
        this.path = path;
    }

    public boolean isWait() {
        return wait;
    }

    /** Whether the start of an import or export waits until HubSpot has finished it. */
    public void setWait(boolean wait) {
        this.wait = wait;
    }

    public Duration getWaitTimeout() {
        return waitTimeout;
    }

    /** How long an import or export is waited for at most. */
    public void setWaitTimeout(Duration waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public Duration getPollDelay() {
        return pollDelay;
    }

    /** How long to wait before HubSpot is asked again how far an import or export is. */
    public void setPollDelay(Duration pollDelay) {
        this.pollDelay = pollDelay;
    }

    public String getProgressUri() {
        return progressUri;
    }

    /** The endpoint that is told how far an import or export is. */
    public void setProgressUri(String progressUri) {
        this.progressUri = progressUri;
    }

    public String getFileName() {
        return fileName;
    }

    /** The name of the file to upload. */
    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getFolderPath() {
        return folderPath;
    }

    /** The folder that a file is uploaded to. */
    public void setFolderPath(String folderPath) {
        this.folderPath = folderPath;
    }

    public String getAccess() {
        return access;
    }

    /** Who may see a file that is uploaded. */
    public void setAccess(String access) {
        this.access = access;
    }

    public Validate getValidate() {
        return validate;
    }

    /** Whether records are checked before anything is sent. */
    public void setValidate(Validate validate) {
        this.validate = validate;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether nothing is written. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isSkipUnchanged() {
        return skipUnchanged;
    }

    /** Whether records that would not change are left alone. */
    public void setSkipUnchanged(boolean skipUnchanged) {
        this.skipUnchanged = skipUnchanged;
    }

    public MissingTarget getMissingTarget() {
        return missingTarget;
    }

    /** What becomes of a record or link whose target does not exist. */
    public void setMissingTarget(MissingTarget missingTarget) {
        this.missingTarget = missingTarget;
    }

    public Integer getRequestsPerTenSeconds() {
        return requestsPerTenSeconds;
    }

    /** How many calls the account allows in ten seconds; where endpoints of one account differ, the lowest counts. */
    public void setRequestsPerTenSeconds(Integer requestsPerTenSeconds) {
        this.requestsPerTenSeconds = requestsPerTenSeconds;
    }

    public int getSearchesPerSecond() {
        return searchesPerSecond;
    }

    /** How many searches the account allows in one second; where endpoints of one account differ, the lowest counts. */
    public void setSearchesPerSecond(int searchesPerSecond) {
        this.searchesPerSecond = searchesPerSecond;
    }

    public Priority getPriority() {
        return priority;
    }

    /** Whether calls are bulk work. */
    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public int getDailyCeiling() {
        return dailyCeiling;
    }

    /** The percentage of a day's calls at which bulk work stops. */
    public void setDailyCeiling(int dailyCeiling) {
        this.dailyCeiling = dailyCeiling;
    }

    public int getQuotaNodes() {
        return quotaNodes;
    }

    /** How many nodes share the quota. */
    public void setQuotaNodes(int quotaNodes) {
        this.quotaNodes = quotaNodes;
    }

    public int getMaxConcurrentCalls() {
        return maxConcurrentCalls;
    }

    /** How many calls to the account may be in flight at once; where endpoints of one account differ, the lowest counts. */
    public void setMaxConcurrentCalls(int maxConcurrentCalls) {
        this.maxConcurrentCalls = maxConcurrentCalls;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /** How often a call is repeated at most, where that is safe. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** The longest wait before a call is repeated; a longer one that HubSpot asks for fails the call. */
    public void setMaxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** The longest wait for a connection. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    /** The longest wait for HubSpot's answer, and for each part of it. */
    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    /** The largest answer in bytes that is read. */
    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public HttpComponent getHttpComponent() {
        return httpComponent;
    }

    /** The camel-http component to send through, for proxies and the like; its own pools and connect time-out apply. */
    public void setHttpComponent(HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** TLS of the connection to HubSpot. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
