// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipelines;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Checks a write as a whole, in HubSpot's order: the values, then what is required, then what must be unique. */
public final class RecordChecks {

    private static final String LIFECYCLE_STAGE = "lifecyclestage";

    private final Pipelines pipelines;
    private final LinkLimits linkLimits;
    private final SimulatorSettings settings;

    RecordChecks(Pipelines pipelines, LinkLimits linkLimits, SimulatorSettings settings) {
        this.pipelines = pipelines;
        this.linkLimits = linkLimits;
        this.settings = settings;
    }

    /** Checks a record to be created. */
    public Change create(
            ObjectStore store, Map<String, String> properties, List<NewLink> links, WriteMode mode, Claims claims) {
        return check(store, null, properties, links, mode, claims);
    }

    /** Checks new values for a record that exists. */
    public Change update(
            ObjectStore store, SimulatedRecord before, Map<String, String> properties, WriteMode mode, Claims claims) {
        if (properties.isEmpty()) {
            throw HubSpotError.validation("No properties found to update, please provide at least one.")
                    .context("properties", "{}")
                    .exception();
        }
        return check(store, before, properties, List.of(), mode, claims);
    }

    private Change check(
            ObjectStore store,
            SimulatedRecord before,
            Map<String, String> properties,
            List<NewLink> links,
            WriteMode mode,
            Claims claims) {
        PropertyProblems problems = new PropertyProblems(settings.portalId());
        ValueRules rules = new ValueRules(mode, problems);
        Map<String, String> values = new LinkedHashMap<>();
        properties.forEach((name, text) -> {
            String stored = stored(store, before, name, text, mode, rules, problems);
            if (stored != null) {
                values.put(name, stored);
            }
        });
        checkPipeline(store.type(), before, values, problems);
        problems.throwIfAny();
        if (before == null) {
            checkRequired(store, values, links, mode);
        } else {
            keepLifecycleStage(store, before, values);
        }
        if (mode == WriteMode.RECORD_RULES) {
            checkConditions(store, before, values);
        }
        checkUnique(store, before, values, claims);
        linkLimits.checkNew(store.type(), links, claims);
        return new Change(store, before, values, links, rules.normalisations());
    }

    private static String stored(
            ObjectStore store,
            SimulatedRecord before,
            String name,
            String text,
            WriteMode mode,
            ValueRules rules,
            PropertyProblems problems) {
        PropertyDefinition definition = store.definitions().get(name);
        if (definition == null) {
            problems.add(name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
            return null;
        }
        if (definition.isReadOnly() && mode != WriteMode.SEED) {
            String message = "\"" + name + "\" is a read only property; its value cannot be set.";
            problems.add(name, "READ_ONLY_VALUE", message);
            return null;
        }
        return rules.stored(definition, text, before == null ? null : before.property(name));
    }

    private void checkPipeline(
            ObjectType type, SimulatedRecord before, Map<String, String> values, PropertyProblems problems) {
        if (pipelines.ids(type).isEmpty()) {
            return;
        }
        String pipelineProperty = pipelines.pipelineProperty(type);
        String stageProperty = pipelines.stageProperty(type);
        if (before == null) {
            values.putIfAbsent(pipelineProperty, pipelines.defaultPipeline(type));
        }
        String pipeline = values.get(pipelineProperty);
        if (pipeline != null && !pipelines.ids(type).contains(pipeline)) {
            problems.invalidOption(pipelineProperty, pipeline, pipelines.ids(type));
            return;
        }
        String stage = values.get(stageProperty);
        if (stage != null && !stage.isEmpty()) {
            String current = before == null ? null : before.property(pipelineProperty);
            List<String> stages = pipelines.stages(type, pipeline == null ? current : pipeline);
            if (!stages.contains(stage)) {
                problems.invalidOption(stageProperty, stage, stages);
            }
        }
    }

    private void checkRequired(ObjectStore store, Map<String, String> values, List<NewLink> links, WriteMode mode) {
        if (mode == WriteMode.SEED) {
            return;
        }
        ObjectType type = store.type();
        PropertyProblems problems = new PropertyProblems(settings.portalId());
        List<String> required = new ArrayList<>(type.required());
        if (mode == WriteMode.RECORD_RULES) {
            store.definitions().list(false).stream()
                    .filter(PropertyDefinition::isRequiredOnCreate)
                    .forEach(definition -> required.add(definition.name()));
        }
        required.stream().filter(name -> isMissing(values, name)).forEach(name -> missing(problems, name, name));
        List<String> oneOf = type.requiredOneOf();
        if (!oneOf.isEmpty() && oneOf.stream().allMatch(name -> isMissing(values, name))) {
            missing(problems, oneOf.get(0), "one of " + String.join(", ", oneOf));
        }
        if (mode == WriteMode.RECORD_RULES) {
            problems.throwIfAnyInvalid();
        } else {
            problems.throwIfAny();
        }
        if (type.has(ObjectType.Trait.NEEDS_CONTACT)
                && links.stream().noneMatch(link -> link.to().id().equals("0-1"))) {
            throw HubSpotError.validation("A " + type.singular() + " must be associated with a contact")
                    .exception();
        }
    }

    /** What the account's rules ask of a record as it would be after the write. */
    private void checkConditions(ObjectStore store, SimulatedRecord before, Map<String, String> values) {
        PropertyProblems problems = new PropertyProblems(settings.portalId());
        for (PropertyDefinition definition : store.definitions().list(false)) {
            Map.Entry<String, String> condition = definition.requiredWhen();
            if (condition != null
                    && condition.getValue().equals(after(before, values, condition.getKey()))
                    && after(before, values, definition.name()).isEmpty()) {
                problems.add(
                        definition.name(),
                        "MISSING_CONDITIONAL_REQUIRED_PROPERTY",
                        "A value for " + definition.name() + " must be provided");
            }
        }
        problems.throwIfAnyInvalid();
    }

    private static String after(SimulatedRecord before, Map<String, String> values, String name) {
        String present = before == null ? null : before.property(name);
        return values.getOrDefault(name, present == null ? "" : present);
    }

    private static boolean isMissing(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").isEmpty();
    }

    private static void missing(PropertyProblems problems, String property, String what) {
        problems.add(property, "MISSING_REQUIRED_PROPERTY", "A value for " + what + " must be provided");
    }

    /** The life cycle only goes forward: a write that would take it back leaves it as it is. */
    private static void keepLifecycleStage(ObjectStore store, SimulatedRecord before, Map<String, String> values) {
        String stage = values.get(LIFECYCLE_STAGE);
        PropertyDefinition definition = store.definitions().get(LIFECYCLE_STAGE);
        String current = before.property(LIFECYCLE_STAGE);
        if (stage == null || stage.isEmpty() || current == null || definition == null) {
            return;
        }
        List<String> order =
                definition.options().stream().map(PropertyOption::value).toList();
        if (order.indexOf(stage) < order.indexOf(current)) {
            values.put(LIFECYCLE_STAGE, current);
        }
    }

    private void checkUnique(ObjectStore store, SimulatedRecord before, Map<String, String> values, Claims claims) {
        UniqueValues unique = store.uniqueValues();
        PropertyProblems problems = new PropertyProblems(settings.portalId());
        values.forEach((name, text) -> {
            for (String key : unique.keys(name, text)) {
                String index = UniqueValues.indexName(name);
                Long owner = unique.owner(index, key);
                boolean own = owner != null && before != null && owner == before.numericId();
                boolean free = owner == null || own;
                if (!free || !claims.take(index, key)) {
                    conflict(store.type(), name, text, free ? null : owner, problems);
                }
            }
        });
        problems.throwIfAny();
    }

    private static void conflict(
            ObjectType type, String property, String value, Long owner, PropertyProblems problems) {
        if (UniqueValues.indexName(property).equals(UniqueValues.EMAIL)
                && type.id().equals("0-1")) {
            String which = owner == null ? "" : " Existing ID: " + owner;
            throw HubSpotError.of(409, HubSpotError.CONFLICT, "Contact already exists." + which)
                    .exception();
        }
        String message =
                "The value \"" + value + "\" of property \"" + property + "\" is already used by another record";
        problems.add(property, "CONFLICTING_UNIQUE_VALUE", message);
    }
}
