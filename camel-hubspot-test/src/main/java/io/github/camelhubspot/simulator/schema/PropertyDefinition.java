// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The definition of a property: its name, its type and the rules for its values. Immutable; every method that changes
 * something gives a changed copy.
 */
public final class PropertyDefinition implements Cloneable {

    private final String name;
    private final String type;
    private String fieldType;
    private String label;
    private String description = "";
    private String groupName = "custom";
    private List<PropertyOption> options = List.of();
    private Set<String> optionValues = Set.of();
    private boolean unique;
    private boolean readOnly;
    private boolean requiredOnCreate;
    private Map.Entry<String, String> requiredWhen;
    private boolean hubspotDefined;
    private boolean email;
    private boolean externalOptions;
    private boolean hidden;
    private boolean formField;
    private int displayOrder = -1;
    private long createdAt;
    private long updatedAt;
    private Long archivedAt;

    private PropertyDefinition(String name, String type, String fieldType) {
        this.name = name;
        this.type = type;
        this.fieldType = fieldType;
        this.label = name;
    }

    /** A definition of any type, for instance {@code of("size", "number", "number")}. */
    public static PropertyDefinition of(String name, String type, String fieldType) {
        return new PropertyDefinition(name, type, fieldType);
    }

    public static PropertyDefinition string(String name) {
        return of(name, "string", "text");
    }

    public static PropertyDefinition number(String name) {
        return of(name, "number", "number");
    }

    public static PropertyDefinition bool(String name) {
        return of(name, "bool", "booleancheckbox");
    }

    public static PropertyDefinition date(String name) {
        return of(name, "date", "date");
    }

    public static PropertyDefinition datetime(String name) {
        return of(name, "datetime", "date");
    }

    /** A drop-down with the given option values. */
    public static PropertyDefinition enumeration(String name, String... options) {
        return of(name, "enumeration", "select").withOptions(options(options));
    }

    /** Multiple checkboxes with the given option values. */
    public static PropertyDefinition checkboxes(String name, String... options) {
        return of(name, "enumeration", "checkbox").withOptions(options(options));
    }

    private static List<PropertyOption> options(String... values) {
        List<PropertyOption> options = new ArrayList<>();
        for (String value : values) {
            options.add(PropertyOption.of(value, options.size()));
        }
        return options;
    }

    private PropertyDefinition with(Consumer<PropertyDefinition> change) {
        try {
            PropertyDefinition copy = (PropertyDefinition) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** No two records may have the same value ({@code hasUniqueValue}). */
    public PropertyDefinition unique() {
        return unique(true);
    }

    public PropertyDefinition unique(boolean hasUniqueValue) {
        return with(copy -> copy.unique = hasUniqueValue);
    }

    /** Calls cannot write it. */
    public PropertyDefinition readOnly() {
        return with(copy -> copy.readOnly = true);
    }

    /**
     * Required on the account's create form: enforced from 2026-09 on, and ignored by older versions, as HubSpot does.
     */
    public PropertyDefinition requiredOnCreate() {
        return with(copy -> copy.requiredOnCreate = true);
    }

    /**
     * Required of a record whose other property has a value: a rule of the account, enforced from 2026-09 on for each write
     * after which it would be broken, and ignored by older versions, as HubSpot does.
     */
    public PropertyDefinition requiredWhen(String property, String value) {
        return with(copy -> copy.requiredWhen = Map.entry(property, value));
    }

    /** Its values are e-mail addresses, kept in lower case. */
    public PropertyDefinition email() {
        return with(copy -> copy.email = true);
    }

    /** Its options lie elsewhere in HubSpot (owners, for instance), so any value is taken. */
    public PropertyDefinition externalOptions() {
        return with(copy -> copy.externalOptions = true);
    }

    public PropertyDefinition hubspotDefined() {
        return with(copy -> copy.hubspotDefined = true);
    }

    public PropertyDefinition withLabel(String text) {
        return with(copy -> copy.label = text);
    }

    public PropertyDefinition withDescription(String text) {
        return with(copy -> copy.description = text);
    }

    public PropertyDefinition withGroup(String group) {
        return with(copy -> copy.groupName = group);
    }

    public PropertyDefinition withFieldType(String newFieldType) {
        return with(copy -> copy.fieldType = newFieldType);
    }

    public PropertyDefinition withDisplayOrder(int order) {
        return with(copy -> copy.displayOrder = order);
    }

    public PropertyDefinition withHidden(boolean isHidden) {
        return with(copy -> copy.hidden = isHidden);
    }

    public PropertyDefinition withFormField(boolean isFormField) {
        return with(copy -> copy.formField = isFormField);
    }

    public PropertyDefinition withOptions(List<PropertyOption> newOptions) {
        return with(copy -> {
            copy.options = List.copyOf(newOptions);
            copy.optionValues = newOptions.stream().map(PropertyOption::value).collect(Collectors.toUnmodifiableSet());
        });
    }

    /** With the times of its creation and last change, in epoch milliseconds. */
    public PropertyDefinition withTimes(long created, long updated) {
        return with(copy -> {
            copy.createdAt = created;
            copy.updatedAt = updated;
        });
    }

    /** Archived at the given epoch milliseconds; null for not archived. */
    public PropertyDefinition withArchivedAt(Long at) {
        return with(copy -> copy.archivedAt = at);
    }

    public String name() {
        return name;
    }

    /** {@code string}, {@code number}, {@code bool}, {@code date}, {@code datetime}, {@code enumeration} … */
    public String type() {
        return type;
    }

    public String fieldType() {
        return fieldType;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public String groupName() {
        return groupName;
    }

    public List<PropertyOption> options() {
        return options;
    }

    public boolean allowsOption(String value) {
        return externalOptions || optionValues.contains(value);
    }

    /** Whether a value is several options joined by semicolons. */
    public boolean takesSeveralOptions() {
        return "checkbox".equals(fieldType) && "enumeration".equals(type);
    }

    public boolean hasUniqueValue() {
        return unique;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public boolean isRequiredOnCreate() {
        return requiredOnCreate;
    }

    /** The property and the value that make it required; null for none. */
    public Map.Entry<String, String> requiredWhen() {
        return requiredWhen;
    }

    public boolean isHubspotDefined() {
        return hubspotDefined;
    }

    public boolean isEmail() {
        return email;
    }

    public boolean hasExternalOptions() {
        return externalOptions;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isFormField() {
        return formField;
    }

    public int displayOrder() {
        return displayOrder;
    }

    public long createdAt() {
        return createdAt;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public Long archivedAt() {
        return archivedAt;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }
}
