// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What HubSpot said of a refused call or record. HubSpot guarantees none of these fields, so each may be missing.
 *
 * @param status the HTTP status, 0 where no answer came
 * @param category HubSpot's category, such as {@code VALIDATION_ERROR}; null where HubSpot gave none
 * @param subCategory HubSpot's sub-category; null where HubSpot gave none
 * @param message HubSpot's own text; it may hold values of the record
 * @param correlationId the id under which HubSpot's support finds the call; null where none came
 * @param context HubSpot's context, such as {@code objectWriteTraceId} or {@code ids}
 * @param details the single faults, such as one for each refused property
 * @param policyName the rate limit that a 429 names; else null
 */
public record HubSpotError(
        int status,
        String category,
        String subCategory,
        String message,
        String correlationId,
        Map<String, List<String>> context,
        List<Detail> details,
        String policyName) {

    /** HubSpot's code for a value of a unique property that another record has. */
    public static final String CONFLICTING_UNIQUE_VALUE = "CONFLICTING_UNIQUE_VALUE";

    /** The context of a refusal of links: the id of the record that was written all the same. */
    public static final String WRITTEN_RECORD = "writtenRecord";

    /** HubSpot's codes for a property that a record must have, always or where another has some value. */
    private static final Set<String> RECORD_RULES =
            Set.of("MISSING_REQUIRED_PROPERTY", "MISSING_CONDITIONAL_REQUIRED_PROPERTY");

    /** HubSpot's scopes look like {@code crm.objects.contacts.read}; nothing else is shown as one. */
    private static final Pattern SCOPE_NAME = Pattern.compile("[A-Za-z0-9_.\\-]{1,100}");

    private static final int MAX_SCOPES = 20;

    public HubSpotError {
        context = context == null ? Map.of() : Map.copyOf(context);
        details = details == null ? List.of() : List.copyOf(details);
    }

    /** An error that the component found itself, before anything was sent. */
    public static HubSpotError local(String message) {
        return new HubSpotError(0, null, null, message, null, Map.of(), List.of(), null);
    }

    /** The same error, where it is about the links of a record that was written before them. */
    public HubSpotError ofLinks(String recordId) {
        Map<String, List<String>> more = new HashMap<>(context);
        more.put(WRITTEN_RECORD, List.of(recordId));
        return new HubSpotError(
                status,
                category,
                subCategory,
                "The record was written, its links were not: " + message,
                correlationId,
                more,
                details,
                policyName);
    }

    /** Whether it is about the links of a record that was written before them. */
    public boolean aboutLinks() {
        return context.containsKey(WRITTEN_RECORD);
    }

    /** The same error with each of its texts replaced; null stays null. */
    public HubSpotError mapTexts(UnaryOperator<String> text) {
        return new HubSpotError(
                status,
                text.apply(category),
                text.apply(subCategory),
                text.apply(message),
                text.apply(correlationId),
                mapTexts(context, text),
                details.stream().map(detail -> detail.mapTexts(text)).toList(),
                text.apply(policyName));
    }

    /** The same error without some of its contexts. */
    public HubSpotError without(Set<String> contexts) {
        return new HubSpotError(
                status,
                category,
                subCategory,
                message,
                correlationId,
                without(context, contexts),
                details.stream().map(detail -> detail.without(contexts)).toList(),
                policyName);
    }

    private static Map<String, List<String>> without(Map<String, List<String>> context, Set<String> contexts) {
        Map<String, List<String>> rest = new HashMap<>(context);
        rest.keySet().removeAll(contexts);
        return rest;
    }

    private static Map<String, List<String>> mapTexts(Map<String, List<String>> context, UnaryOperator<String> text) {
        return context.entrySet().stream()
                .collect(Collectors.toMap(
                        field -> text.apply(field.getKey()),
                        field -> field.getValue().stream().map(text).toList(),
                        (one, other) -> one));
    }

    /** Whether a record with this key exists already. */
    public boolean conflict() {
        return status == 409
                || "CONFLICT".equals(category)
                || "OBJECT_ALREADY_EXISTS".equals(category)
                || codes().anyMatch(CONFLICTING_UNIQUE_VALUE::equals);
    }

    /** Whether a rule of the account refuses the record for a property that it lacks. */
    public boolean recordRule() {
        return codes().anyMatch(RECORD_RULES::contains);
    }

    /** Whether it says no more than that a record has no links of the kind, which is no failure. */
    public boolean noAssociationsFound() {
        return subCategory != null && subCategory.contains("NO_ASSOCIATIONS_FOUND");
    }

    /** The codes of the single faults, such as {@code INVALID_EMAIL}. */
    public Stream<String> codes() {
        return details.stream().map(Detail::code).filter(code -> code != null);
    }

    /** The names of the scopes that the call needs and the token lacks, where HubSpot names them. */
    public List<String> missingScopes() {
        return Stream.concat(Stream.of(context), details.stream().map(Detail::context))
                .map(where -> where.getOrDefault("requiredGranularScopes", List.of()))
                .flatMap(List::stream)
                .filter(name -> SCOPE_NAME.matcher(name).matches())
                .distinct()
                .limit(MAX_SCOPES)
                .toList();
    }

    /** The properties that HubSpot refused. */
    public Stream<String> propertyNames() {
        return details.stream()
                .map(Detail::propertyName)
                .flatMap(Optional::stream)
                .distinct();
    }

    /**
     * One fault of a call or record.
     *
     * @param message HubSpot's own text; it may hold values of the record
     * @param code HubSpot's code, such as {@code INVALID_OPTION}; may be null
     * @param in where the fault is; may be null
     * @param subCategory HubSpot's sub-category; may be null
     * @param context HubSpot's context, such as {@code propertyName}
     */
    public record Detail(
            String message, String code, String in, String subCategory, Map<String, List<String>> context) {

        public Detail {
            context = context == null ? Map.of() : Map.copyOf(context);
        }

        private Detail mapTexts(UnaryOperator<String> text) {
            return new Detail(
                    text.apply(message),
                    text.apply(code),
                    text.apply(in),
                    text.apply(subCategory),
                    HubSpotError.mapTexts(context, text));
        }

        private Detail without(Set<String> contexts) {
            return new Detail(message, code, in, subCategory, HubSpotError.without(context, contexts));
        }

        /** The property that the fault is about, where HubSpot names it. */
        public Optional<String> propertyName() {
            List<String> names = context.get("propertyName");
            return names == null || names.isEmpty() ? Optional.ofNullable(in) : Optional.of(names.get(0));
        }
    }
}
