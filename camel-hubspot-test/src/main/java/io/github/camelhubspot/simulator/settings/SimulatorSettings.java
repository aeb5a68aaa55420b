// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How this HubSpot behaves where accounts differ, or where reports of HubSpot's behaviour conflict. Every setter takes
 * effect with the next call and returns the settings; {@link #reset} restores every default.
 */
public final class SimulatorSettings {

    public static final String DEFAULT_ACCESS_TOKEN = "simulator-token";

    private final Set<String> acceptedTokens = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> expiredTokens = new ConcurrentHashMap<>();
    private final Set<String> withheldScopes = ConcurrentHashMap.newKeySet();

    private volatile String accessToken = DEFAULT_ACCESS_TOKEN;
    private volatile long portalId;
    private volatile boolean batchCreatePartialSuccess;
    private volatile boolean batchUpsertPartial;
    private volatile boolean batchReadAllMissingIs404;
    private volatile boolean echoTraceIds;
    private volatile boolean resultsInReverseOrder;
    private volatile Duration searchIndexLag;
    private volatile int tenSecondlyLimit;
    private volatile int associationTenSecondlyLimit;
    private volatile int searchPerSecondLimit;
    private volatile int dailyLimit;
    private volatile int eventsPerSecondLimit;
    private volatile Duration importDuration;
    private volatile Duration exportDuration;
    private volatile int urlLimit;
    private volatile int associationReadPage;
    private volatile int associationLabelLimit;
    private volatile boolean recordBodies;
    private volatile int maxKeptCalls;

    public SimulatorSettings() {
        reset();
    }

    /** Restores every default, except the private app's token, which belongs to the simulator and not to a test. */
    public SimulatorSettings reset() {
        acceptedTokens.clear();
        acceptedTokens.add(accessToken);
        expiredTokens.clear();
        withheldScopes.clear();
        portalId = 62515L;
        batchCreatePartialSuccess = true;
        batchUpsertPartial = false;
        batchReadAllMissingIs404 = false;
        echoTraceIds = true;
        resultsInReverseOrder = false;
        searchIndexLag = Duration.ZERO;
        tenSecondlyLimit = 0;
        associationTenSecondlyLimit = 0;
        searchPerSecondLimit = 0;
        dailyLimit = 0;
        eventsPerSecondLimit = 0;
        importDuration = Duration.ZERO;
        exportDuration = Duration.ZERO;
        urlLimit = 16_000;
        associationReadPage = 500;
        associationLabelLimit = 50;
        recordBodies = true;
        maxKeptCalls = 10_000;
        return this;
    }

    /** The private app's static token, which is always among the accepted ones. */
    public String accessToken() {
        return accessToken;
    }

    public SimulatorSettings accessToken(String token) {
        acceptedTokens.remove(accessToken);
        accessToken = token;
        acceptedTokens.add(token);
        return this;
    }

    /** The tokens that calls may carry; a live set that may be changed. */
    public Set<String> acceptedTokens() {
        return acceptedTokens;
    }

    /** Calls with this token are answered with 401 {@code EXPIRED_AUTHENTICATION} from now on. */
    public SimulatorSettings expireToken(String token, Instant at) {
        acceptedTokens.remove(token);
        expiredTokens.put(token, at);
        return this;
    }

    /** When the given token expired; null if it did not. */
    public Instant expiredAt(String token) {
        return expiredTokens.get(token);
    }

    /** Takes scopes away from the app (all are granted at first): calls that need one answer 403 MISSING_SCOPES. */
    public SimulatorSettings withoutScopes(String... scopes) {
        withheldScopes.addAll(Set.of(scopes));
        return this;
    }

    /** Gives scopes back that {@link #withoutScopes} took away. */
    public SimulatorSettings withScopes(String... scopes) {
        withheldScopes.removeAll(Set.of(scopes));
        return this;
    }

    public boolean grants(String scope) {
        return !withheldScopes.contains(scope);
    }

    /** The account's id, as in record links, error texts and names of custom objects. */
    public long portalId() {
        return portalId;
    }

    public SimulatorSettings portalId(long id) {
        portalId = id;
        return this;
    }

    /**
     * Whether a batch create or update whose every input has its own {@code objectWriteTraceId} answers 207 when some
     * inputs are bad (true, as documented), or refuses the whole batch as it does without trace ids (false).
     */
    public boolean batchCreatePartialSuccess() {
        return batchCreatePartialSuccess;
    }

    public SimulatorSettings batchCreatePartialSuccess(boolean partial) {
        batchCreatePartialSuccess = partial;
        return this;
    }

    /**
     * Whether a batch upsert with bad inputs applies the good ones and answers 207 (true), or refuses the whole batch
     * with 409 or 400 and applies nothing (false, as most reports say).
     */
    public boolean batchUpsertPartial() {
        return batchUpsertPartial;
    }

    public SimulatorSettings batchUpsertPartial(boolean partial) {
        batchUpsertPartial = partial;
        return this;
    }

    /** Whether a batch read that finds none of its ids answers 404 (true) or 207 without results (false). */
    public boolean batchReadAllMissingIs404() {
        return batchReadAllMissingIs404;
    }

    public SimulatorSettings batchReadAllMissingIs404(boolean notFound) {
        batchReadAllMissingIs404 = notFound;
        return this;
    }

    /** Whether answers repeat the {@code objectWriteTraceId} of their input. */
    public boolean echoTraceIds() {
        return echoTraceIds;
    }

    public SimulatorSettings echoTraceIds(boolean echo) {
        echoTraceIds = echo;
        return this;
    }

    /** Whether the results of a batch come in the reverse order of its inputs: HubSpot promises no order. */
    public boolean resultsInReverseOrder() {
        return resultsInReverseOrder;
    }

    public SimulatorSettings resultsInReverseOrder(boolean reverse) {
        resultsInReverseOrder = reverse;
        return this;
    }

    /** How long a write stays invisible to search. */
    public Duration searchIndexLag() {
        return searchIndexLag;
    }

    public SimulatorSettings searchIndexLag(Duration lag) {
        searchIndexLag = lag;
        return this;
    }

    /**
     * Calls allowed in any ten seconds to each token (OAuth: to each refresh token), searches and association batches
     * not counted; 0 for no limit.
     */
    public int tenSecondlyLimit() {
        return tenSecondlyLimit;
    }

    public SimulatorSettings tenSecondlyLimit(int calls) {
        tenSecondlyLimit = calls;
        return this;
    }

    /** Association batch and label calls allowed in any ten seconds to each token; 0 for no limit. */
    public int associationTenSecondlyLimit() {
        return associationTenSecondlyLimit;
    }

    public SimulatorSettings associationTenSecondlyLimit(int calls) {
        associationTenSecondlyLimit = calls;
        return this;
    }

    /** Searches allowed in any second to each token, all object types together; 0 for no limit. */
    public int searchPerSecondLimit() {
        return searchPerSecondLimit;
    }

    public SimulatorSettings searchPerSecondLimit(int calls) {
        searchPerSecondLimit = calls;
        return this;
    }

    /**
     * Calls allowed to each token until the next midnight in UTC, searches included; 0 for no limit. It does not hold
     * for OAuth.
     */
    public int dailyLimit() {
        return dailyLimit;
    }

    public SimulatorSettings dailyLimit(int calls) {
        dailyLimit = calls;
        return this;
    }

    /** Calls that send occurrences of events allowed in any second to each token; 0 for no limit, HubSpot's is 1,250. */
    public int eventsPerSecondLimit() {
        return eventsPerSecondLimit;
    }

    public SimulatorSettings eventsPerSecondLimit(int calls) {
        eventsPerSecondLimit = calls;
        return this;
    }

    /**
     * How long an import takes, by the simulator's clock: its rows become records with the first call after that. With
     * zero they have become records when the call that starts it is answered, though that answer says {@code STARTED}.
     */
    public Duration importDuration() {
        return importDuration;
    }

    public SimulatorSettings importDuration(Duration duration) {
        importDuration = duration;
        return this;
    }

    /** How long an export takes, by the simulator's clock; its file has what was there when it was asked for. */
    public Duration exportDuration() {
        return exportDuration;
    }

    public SimulatorSettings exportDuration(Duration duration) {
        exportDuration = duration;
        return this;
    }

    /** The longest path with query, in characters; a longer one is answered with 414. */
    public int urlLimit() {
        return urlLimit;
    }

    public SimulatorSettings urlLimit(int characters) {
        urlLimit = characters;
        return this;
    }

    /** How many links of one record a batch read of associations gives before it pages. */
    public int associationReadPage() {
        return associationReadPage;
    }

    public SimulatorSettings associationReadPage(int links) {
        associationReadPage = links;
        return this;
    }

    /** How many labels a pair of object types may have; one more is answered with 437. */
    public int associationLabelLimit() {
        return associationLabelLimit;
    }

    public SimulatorSettings associationLabelLimit(int labels) {
        associationLabelLimit = labels;
        return this;
    }

    /** Whether recorded calls keep the bodies of request and answer. */
    public boolean recordBodies() {
        return recordBodies;
    }

    public SimulatorSettings recordBodies(boolean keep) {
        recordBodies = keep;
        return this;
    }

    /** How many calls are kept: beyond it the oldest is forgotten for each new one, while the index counts on. */
    public int maxKeptCalls() {
        return maxKeptCalls;
    }

    public SimulatorSettings maxKeptCalls(int calls) {
        maxKeptCalls = calls;
        return this;
    }
}
