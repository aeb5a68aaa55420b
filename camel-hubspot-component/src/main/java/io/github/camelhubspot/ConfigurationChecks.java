// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.OnConflict;
import io.github.camelhubspot.record.LinkTypes;
import io.github.camelhubspot.record.OutputType;

/** Checks what can be known of an endpoint's options before the first message. */
final class ConfigurationChecks {

    /** Who may see a file, in HubSpot's words. */
    private static final List<String> UPLOAD_ACCESS = List.of(
            "PRIVATE",
            "PUBLIC_INDEXABLE",
            "PUBLIC_NOT_INDEXABLE",
            "HIDDEN_INDEXABLE",
            "HIDDEN_NOT_INDEXABLE",
            "HIDDEN_PRIVATE",
            "HIDDEN_SENSITIVE",
            "SENSITIVE");

    private ConfigurationChecks() {}

    /**
     * Checks the options.
     *
     * @param operation the operation, or null where a header gives it
     * @throws IllegalArgumentException naming the option that is wrong and what it may be
     */
    static void check(HubSpotEndpoint endpoint, ApiOperation operation) {
        HubSpotConfiguration configuration = endpoint.getConfiguration();
        ApiVersion.of(configuration.getApiVersion());
        CredentialChecks.check(configuration);
        CallOptions.checkAccount("option account", configuration.getAccount());
        checkBaseUrl(configuration);
        atLeast("limit", configuration.getLimit(), 0);
        atLeast("maxResults", configuration.getMaxResults(), 0);
        atLeast("maxRejected", configuration.getMaxRejected(), 0);
        if (configuration.getRequestsPerTenSeconds() != null) {
            atLeast("requestsPerTenSeconds", configuration.getRequestsPerTenSeconds(), 1);
        }
        atLeast("quotaNodes", configuration.getQuotaNodes(), 0);
        atLeast("dailyCeiling", configuration.getDailyCeiling(), 1);
        if (configuration.getDailyCeiling() > 100) {
            throw new IllegalArgumentException("The option dailyCeiling is " + configuration.getDailyCeiling()
                    + "; it is a percentage, from 1 to 100");
        }
        SharedQuotas.find(endpoint.getCamelContext(), configuration);
        atLeast("searchesPerSecond", configuration.getSearchesPerSecond(), 1);
        atLeast("maxConcurrentCalls", configuration.getMaxConcurrentCalls(), 1);
        atLeast("maxRetries", configuration.getMaxRetries(), 0);
        atLeast("maxResponseSize", configuration.getMaxResponseSize(), 1);
        positive("connectTimeout", configuration.getConnectTimeout());
        positive("responseTimeout", configuration.getResponseTimeout());
        positive("maxRetryDelay", configuration.getMaxRetryDelay());
        if (configuration.getAssociationLabel() != null && configuration.getAssociationTypeId() != null) {
            throw new IllegalArgumentException(
                    "The options associationLabel and associationTypeId both say what a link is; remove one of them");
        }
        if (configuration.getOutputType() != OutputType.CLASS
                && endpoint.uriOptions().contains("outputClass")) {
            throw new IllegalArgumentException("The option outputClass has no effect without outputType=class");
        }
        if (configuration.getRejectedUri() != null
                && endpoint.uriOptions().contains(OptionNames.BATCH_FAILURE)
                && configuration.getBatchFailure() == BatchFailure.THROW) {
            throw new IllegalArgumentException(
                    "The option batchFailure=throw has no effect beside rejectedUri, which implies report; remove one of them");
        }
        if (configuration.getOutputType() == OutputType.CLASS && configuration.getOutputClass() == null) {
            throw new IllegalArgumentException("The option outputClass is missing; outputType=class needs it");
        }
        if (configuration.getAssociationCategory() != null) {
            LinkTypes.category(configuration.getAssociationCategory());
        }
        if (configuration.getAssociationTypeId() != null) {
            LinkTypes.typeId(configuration.getAssociationTypeId());
        }
        checkMicroBatch(endpoint, operation);
        checkWait(endpoint);
        checkSkipUnchanged(endpoint, operation);
        if (!UPLOAD_ACCESS.contains(configuration.getAccess())) {
            throw new IllegalArgumentException("The option access is '" + configuration.getAccess()
                    + "'; it must be one of " + String.join(", ", UPLOAD_ACCESS));
        }
        if (operation != null && operation.uses(OptionNames.PATH)) {
            operation.path(ApiVersion.of(configuration.getApiVersion())).expand(name -> configuration.getPath());
        }
        if (operation != null && operation.pageMaximum() > 0) {
            boolean histories = configuration.getPropertiesWithHistory() != null;
            int maximum = histories ? operation.pageMaximumWithHistory() : operation.pageMaximum();
            if (configuration.getLimit() > maximum) {
                throw new IllegalArgumentException("The option limit is " + configuration.getLimit()
                        + "; it must be at most " + maximum + " for hubspot:" + operation.label()
                        + (histories ? " with propertiesWithHistory" : ""));
            }
        }
    }

    private static void checkMicroBatch(HubSpotEndpoint endpoint, ApiOperation operation) {
        HubSpotConfiguration configuration = endpoint.getConfiguration();
        atLeast(OptionNames.MICRO_BATCH_SIZE, configuration.getMicroBatchSize(), 0);
        positive(OptionNames.MICRO_BATCH_DELAY, configuration.getMicroBatchDelay());
        if (!configuration.isMicroBatch()) {
            for (String option : List.of(OptionNames.MICRO_BATCH_SIZE, OptionNames.MICRO_BATCH_DELAY)) {
                if (endpoint.uriOptions().contains(option)) {
                    throw new IllegalArgumentException(
                            "The option " + option + " has no effect without microBatch=true");
                }
            }
            return;
        }
        if (operation == null || !operation.uses(OptionNames.MICRO_BATCH)) {
            return;
        }
        SharedCalls.checkAssociations(configuration, operation);
        boolean histories = configuration.getPropertiesWithHistory() != null;
        int maximum = SharedCalls.maximum(SharedCalls.batchForm(operation), histories);
        if (configuration.getMicroBatchSize() > maximum) {
            throw new IllegalArgumentException("The option microBatchSize is " + configuration.getMicroBatchSize()
                    + "; it must be at most " + maximum + " for hubspot:" + operation.label()
                    + (histories ? " with propertiesWithHistory" : ""));
        }
    }

    private static void checkSkipUnchanged(HubSpotEndpoint endpoint, ApiOperation operation) {
        HubSpotConfiguration configuration = endpoint.getConfiguration();
        boolean given = endpoint.uriOptions().contains(OptionNames.SKIP_UNCHANGED) && configuration.isSkipUnchanged();
        if (given && configuration.isDryRun()) {
            throw new IllegalArgumentException(
                    "The option skipUnchanged has no effect with dryRun=true, which writes nothing; remove one of them");
        }
        boolean creates = operation != null && operation.effect() == Effect.CREATE;
        if (given && creates && configuration.getOnConflict() != OnConflict.UPDATE) {
            throw new IllegalArgumentException("The option skipUnchanged has no effect with hubspot:"
                    + operation.label() + " without onConflict=update; set that too, or remove it");
        }
    }

    private static void checkWait(HubSpotEndpoint endpoint) {
        HubSpotConfiguration configuration = endpoint.getConfiguration();
        positive(OptionNames.WAIT_TIMEOUT, configuration.getWaitTimeout());
        positive(OptionNames.POLL_DELAY, configuration.getPollDelay());
        for (String option : List.of(OptionNames.WAIT_TIMEOUT, OptionNames.POLL_DELAY, OptionNames.PROGRESS_URI)) {
            if (!configuration.isWait() && endpoint.uriOptions().contains(option)) {
                throw new IllegalArgumentException("The option " + option + " has no effect without wait=true");
            }
        }
    }

    private static void checkBaseUrl(HubSpotConfiguration configuration) {
        URI uri;
        try {
            uri = new URI(configuration.getBaseUrl());
        } catch (URISyntaxException e) {
            // Without the URL, which may hold a password.
            throw new IllegalArgumentException(
                    "The option baseUrl is no URL: " + e.getReason() + " at index " + e.getIndex());
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawUserInfo() != null
                || !(http || "https".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "The option baseUrl must be https://host, perhaps with a port and a path;"
                            + " it has no host, another scheme, a user, or a query");
        }
        if (http && !configuration.isAllowHttp() && !loopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "The option baseUrl is plain http to another machine, which would send the"
                            + " access token unprotected; use https, or set allowHttp=true");
        }
    }

    /** Only literal addresses and localhost, so that no name service decides. */
    private static boolean loopback(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (bare.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!bare.matches("[0-9.]+|[0-9a-fA-F:]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(bare).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    private static void atLeast(String option, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    "The option " + option + " is " + value + "; it must be at least " + minimum);
        }
    }

    private static void positive(String option, Duration value) {
        if (value == null || value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "The option " + option + " is " + value + "; it must be a positive duration such as 10s");
        }
    }
}
