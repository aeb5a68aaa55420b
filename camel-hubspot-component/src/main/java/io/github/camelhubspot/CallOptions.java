// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.prepare.MissingTarget;
import io.github.camelhubspot.prepare.Validate;
import io.github.camelhubspot.record.LinkRules;
import io.github.camelhubspot.record.RecordRules;

/**
 * The one place where the options of a call are looked up: header where one is allowed, then endpoint and component, whose
 * options are merged already.
 */
final class CallOptions {

    private static final int MAX_ACCOUNT = 200;

    /** Options whose header wins. */
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry(OptionNames.OBJECT_ID, HubSpotConstants.OBJECT_ID),
            Map.entry(OptionNames.TO_OBJECT_ID, HubSpotConstants.TO_OBJECT_ID),
            Map.entry(OptionNames.ID_PROPERTY, HubSpotConstants.ID_PROPERTY),
            Map.entry(OptionNames.PROPERTIES, HubSpotConstants.PROPERTIES),
            Map.entry(OptionNames.AFTER, HubSpotConstants.AFTER),
            Map.entry(OptionNames.LIMIT, HubSpotConstants.LIMIT),
            Map.entry(OptionNames.ASSOCIATION_TYPE_ID, HubSpotConstants.ASSOCIATION_TYPE_ID),
            Map.entry(OptionNames.ASSOCIATION_CATEGORY, HubSpotConstants.ASSOCIATION_CATEGORY),
            Map.entry(OptionNames.ASSOCIATION_LABEL, HubSpotConstants.ASSOCIATION_LABEL),
            Map.entry(OptionNames.QUERY, HubSpotConstants.QUERY),
            Map.entry(OptionNames.STAGE_ID, HubSpotConstants.STAGE_ID),
            Map.entry(OptionNames.GROUP_NAME, HubSpotConstants.GROUP_NAME));

    /** Options whose header counts only where neither the URI nor the component sets them. */
    private static final Map<String, String> GAP_HEADERS = Map.of(
            OptionNames.OBJECT_TYPE, HubSpotConstants.OBJECT_TYPE,
            OptionNames.TO_OBJECT_TYPE, HubSpotConstants.TO_OBJECT_TYPE);

    private static final Map<String, Function<HubSpotConfiguration, Object>> CONFIGURED = Map.ofEntries(
            Map.entry(OptionNames.TO_OBJECT_TYPE, HubSpotConfiguration::getToObjectType),
            Map.entry(OptionNames.OBJECT_ID, HubSpotConfiguration::getObjectId),
            Map.entry(OptionNames.TO_OBJECT_ID, HubSpotConfiguration::getToObjectId),
            Map.entry(OptionNames.ID_PROPERTY, HubSpotConfiguration::getIdProperty),
            Map.entry(OptionNames.PROPERTIES, HubSpotConfiguration::getProperties),
            Map.entry(OptionNames.PROPERTIES_WITH_HISTORY, HubSpotConfiguration::getPropertiesWithHistory),
            Map.entry(OptionNames.ASSOCIATIONS, HubSpotConfiguration::getAssociations),
            Map.entry(OptionNames.ASSOCIATION_TYPE_ID, HubSpotConfiguration::getAssociationTypeId),
            Map.entry(OptionNames.ASSOCIATION_CATEGORY, HubSpotConfiguration::getAssociationCategory),
            Map.entry(OptionNames.ASSOCIATION_LABEL, HubSpotConfiguration::getAssociationLabel),
            Map.entry(OptionNames.LIMIT, configuration -> positive(configuration.getLimit())),
            Map.entry(OptionNames.AFTER, HubSpotConfiguration::getAfter),
            Map.entry(OptionNames.ARCHIVED, configuration -> configuration.isArchived() ? "true" : null),
            Map.entry(OptionNames.QUERY, HubSpotConfiguration::getQuery),
            Map.entry(OptionNames.SORTS, HubSpotConfiguration::getSorts),
            Map.entry(OptionNames.STAGE_ID, HubSpotConfiguration::getStageId),
            Map.entry(OptionNames.GROUP_NAME, HubSpotConfiguration::getGroupName),
            Map.entry(OptionNames.PATH, HubSpotConfiguration::getPath));

    private final HubSpotEndpoint endpoint;
    private final HubSpotConfiguration configuration;
    private final ApiOperation operation;
    private final Exchange exchange;

    CallOptions(HubSpotEndpoint endpoint, ApiOperation operation, Exchange exchange) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
        this.operation = operation;
        this.exchange = exchange;
    }

    Exchange exchange() {
        return exchange;
    }

    Message message() {
        return exchange.getMessage();
    }

    ApiOperation operation() {
        return operation;
    }

    HubSpotConfiguration configuration() {
        return configuration;
    }

    /** The value of an option as text; null where it is not set, or where the operation does not use it. */
    String text(String option) {
        if (!operation.uses(option) && !OptionNames.OBJECT_TYPE.equals(option)) {
            return null;
        }
        String value = header(HEADERS.get(option));
        if (value == null) {
            value = configured(option);
        }
        return value == null ? header(GAP_HEADERS.get(option)) : value;
    }

    /** The option as it is configured, without any header. */
    String configured(String option) {
        Object value = option.equals(OptionNames.OBJECT_TYPE)
                ? endpoint.getObjectType()
                : CONFIGURED.get(option).apply(configuration);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** A header of the message as text; null where it is missing or blank. */
    String header(String name) {
        if (name == null) {
            return null;
        }
        Object value = exchange.getMessage().getHeader(name);
        if (value instanceof Collection<?> several) {
            value = several.stream().map(String::valueOf).collect(Collectors.joining(","));
        } else if (value instanceof Object[] several) {
            value = Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(","));
        } else if (value != null) {
            value = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, value);
        }
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /**
     * The name of the account; null for none.
     *
     * @throws IllegalArgumentException where a header gives one that cannot be a name
     */
    String account() {
        if (configuration.getAccount() != null) {
            return configuration.getAccount();
        }
        // A fixed token fixes the account.
        String name = configuration.getTokenProvider() == null ? null : header(HubSpotConstants.ACCOUNT);
        checkAccount("header " + HubSpotConstants.ACCOUNT, name);
        return name;
    }

    /**
     * Checks the name of an account.
     *
     * @param where what gives it
     * @throws IllegalArgumentException where it cannot be one
     */
    static void checkAccount(String where, String name) {
        if (name != null && (name.length() > MAX_ACCOUNT || name.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("The " + where + " is no name of an account: it is longer than "
                    + MAX_ACCOUNT + " characters or holds control characters");
        }
    }

    /** How records are checked; a dry run checks them where nothing else is said. */
    Validate validate() {
        if (!operation.uses(OptionNames.VALIDATE)) {
            return Validate.OFF;
        }
        Validate set = configuration.getValidate();
        boolean implied = dryRun() && !endpoint.uriOptions().contains(OptionNames.VALIDATE);
        return set == Validate.OFF && implied ? Validate.STRICT : set;
    }

    /** Whether nothing is written. */
    boolean dryRun() {
        return operation.uses(OptionNames.DRY_RUN) && configuration.isDryRun();
    }

    /** Whether records that would not change are left alone. */
    boolean skipUnchanged() {
        return operation.uses(OptionNames.SKIP_UNCHANGED) && configuration.isSkipUnchanged();
    }

    ApiVersion apiVersion() {
        return ApiVersion.of(configuration.getApiVersion());
    }

    /** The names in a list that commas separate. */
    List<String> names(String option) {
        String text = text(option);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /**
     * The size of a page: the option or header, no larger than HubSpot allows or than all that is asked for.
     *
     * @throws IllegalArgumentException where it is no number from 1 to HubSpot's maximum
     */
    int pageSize() {
        boolean histories = !names(OptionNames.PROPERTIES_WITH_HISTORY).isEmpty();
        int maximum = histories ? operation.pageMaximumWithHistory() : operation.pageMaximum();
        String text = text(OptionNames.LIMIT);
        int size = maximum;
        if (text != null) {
            try {
                size = Integer.parseInt(text.trim());
            } catch (NumberFormatException e) {
                size = -1;
            }
            if (size < 1 || size > maximum) {
                throw new IllegalArgumentException(
                        "The option limit (or the header " + HubSpotConstants.LIMIT + ") is '"
                                + text + "'; it must be a whole number from 1 to " + maximum + " for hubspot:"
                                + operation.label());
            }
        }
        long wanted = configuration.getMaxResults();
        return wanted > 0 && wanted < size ? (int) wanted : size;
    }

    /** The rarer query parameters that are set and that the operation has. */
    Map<String, String> parameters() {
        Map<String, Object> set = configuration.getParameters();
        if (set == null) {
            return Map.of();
        }
        Map<String, String> parameters = new TreeMap<>();
        set.forEach((name, value) -> {
            if (operation.parameters().contains(name)) {
                parameters.put(name, String.valueOf(value));
            }
        });
        return parameters;
    }

    /** Whether a record that does not exist is to become an empty body. */
    boolean emptyIfNotFound() {
        return operation.uses(OptionNames.NOT_FOUND) && configuration.getNotFound() == NotFound.EMPTY;
    }

    RecordRules recordRules() {
        boolean many = operation.input().many();
        return new RecordRules(
                many ? null : header(HubSpotConstants.OBJECT_ID),
                many ? null : configuredId(OptionNames.OBJECT_ID),
                text(OptionNames.ID_PROPERTY),
                operation.uses(OptionNames.ID_PROPERTY),
                operation.requiresIdProperty(),
                configuration.isClearNulls(),
                configuration.isSkipBlanks(),
                links(operation),
                text(OptionNames.OBJECT_TYPE));
    }

    private static RecordRules.Links links(ApiOperation operation) {
        boolean records = operation.input() == InputShape.RECORD || operation.input() == InputShape.RECORDS;
        if (!records) {
            return RecordRules.Links.NONE;
        }
        return operation.effect() == Effect.CREATE ? RecordRules.Links.INLINE : RecordRules.Links.AFTERWARDS;
    }

    /** What becomes of a link whose target does not exist; a dry run creates none. */
    MissingTarget missingTarget() {
        MissingTarget set =
                operation.uses(OptionNames.MISSING_TARGET) ? configuration.getMissingTarget() : MissingTarget.FAIL;
        return set == MissingTarget.CREATE && dryRun() ? MissingTarget.SKIP : set;
    }

    /** Types and a label are two ways to say one thing: a header of either wins over the options of both. */
    LinkRules linkRules() {
        boolean many = operation.input().many();
        boolean labelHeader = header(HubSpotConstants.ASSOCIATION_LABEL) != null;
        boolean typeHeader = header(HubSpotConstants.ASSOCIATION_TYPE_ID) != null;
        if (labelHeader && typeHeader) {
            throw new IllegalArgumentException("The message has both headers " + HubSpotConstants.ASSOCIATION_LABEL
                    + " and " + HubSpotConstants.ASSOCIATION_TYPE_ID + "; remove one of them");
        }
        return new LinkRules(
                text(OptionNames.OBJECT_TYPE),
                many ? null : text(OptionNames.OBJECT_ID),
                text(OptionNames.TO_OBJECT_TYPE),
                many ? null : text(OptionNames.TO_OBJECT_ID),
                labelHeader ? null : text(OptionNames.ASSOCIATION_CATEGORY),
                labelHeader ? null : text(OptionNames.ASSOCIATION_TYPE_ID),
                typeHeader ? null : text(OptionNames.ASSOCIATION_LABEL),
                operation.uses(OptionNames.ASSOCIATION_TYPE_ID));
    }

    private String configuredId(String option) {
        return operation.uses(option) ? configured(option) : null;
    }

    private static Integer positive(int value) {
        return value == 0 ? null : value;
    }
}
