// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.ObjectSchema;
import io.github.camelhubspot.simulator.schema.ObjectSchemas;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyGroup;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** Makes, changes and removes custom objects. Callers hold the lock of {@link Crm}. */
public final class SchemaWriter {

    private final ObjectSchemas schemas;
    private final Crm crm;
    private final SimulatorSettings settings;
    private final Clock clock;
    private final SchemaRules rules;

    SchemaWriter(ObjectSchemas schemas, Crm crm, SimulatorSettings settings, Clock clock) {
        this.schemas = schemas;
        this.crm = crm;
        this.settings = settings;
        this.clock = clock;
        this.rules = new SchemaRules(schemas);
    }

    /** Makes a schema; one that has this very name is given as it is, and an archived one of that name goes for good. */
    public ObjectSchema create(SchemaInput input) {
        Optional<ObjectSchema> existing = rules.ofName(input.name());
        if (existing.isPresent()) {
            return existing.get();
        }
        rules.checkCreate(input, crm.standardProperties());
        schemas.list(true).stream()
                .filter(schema -> schema.name().equalsIgnoreCase(input.name()))
                .forEach(this::purge);
        ObjectSchema created = define(input);
        input.associated().forEach(to -> crm.associationTypes().define(created.type(), to, null));
        if (input.associatedWithItself()) {
            crm.associationTypes().define(created.type(), created.type(), null);
        }
        return created;
    }

    /** Makes the object type of a schema, which records can have at once. */
    ObjectSchema define(SchemaInput input) {
        long now = clock.millis();
        ObjectType type = crm.types()
                .addCustom(input.name(), settings.portalId(), input.searchableProperties(), input.requiredProperties());
        ObjectStore store = crm.store(type);
        String group = input.ownGroup();
        String label = input.singularLabel() + " Information";
        store.definitions().groups().put(group, new PropertyGroup(group, label, -1));
        input.properties().forEach(property -> store.definitions().put(property.withTimes(now, now)));
        return schemas.put(new ObjectSchema(
                type,
                input.name(),
                input.singularLabel(),
                input.pluralLabel(),
                input.description(),
                input.primaryDisplayProperty(),
                input.secondaryDisplayProperties(),
                Boolean.TRUE.equals(input.allowsSensitiveProperties()),
                now,
                now,
                false));
    }

    public ObjectSchema update(ObjectSchema before, SchemaInput change) {
        ObjectStore store = crm.store(before.type());
        rules.checkUpdate(before, change, store.definitions());
        ObjectType type = before.type()
                .with(
                        changed(
                                change,
                                SchemaInput::searchableProperties,
                                before.type().searchable()),
                        changed(
                                change,
                                SchemaInput::requiredProperties,
                                before.type().required()));
        store.type(type);
        return schemas.put(new ObjectSchema(
                type,
                before.name(),
                changed(change, SchemaInput::singularLabel, before.singularLabel()),
                changed(change, SchemaInput::pluralLabel, before.pluralLabel()),
                change.clearDescription() ? null : changed(change, SchemaInput::description, before.description()),
                changed(change, SchemaInput::primaryDisplayProperty, before.primaryDisplayProperty()),
                changed(change, SchemaInput::secondaryDisplayProperties, before.secondaryDisplayProperties()),
                changed(change, SchemaInput::allowsSensitiveProperties, before.allowsSensitiveProperties()),
                before.createdAt(),
                clock.millis(),
                false));
    }

    private static <T> T changed(SchemaInput change, Function<SchemaInput, T> part, T before) {
        T given = part.apply(change);
        return given == null ? before : given;
    }

    /** Archives a schema, which may have no records any more. */
    public void archive(ObjectSchema schema) {
        if (!crm.store(schema.type()).from(0, false).isEmpty()) {
            throw HubSpotError.validation("Object type " + schema.type().id()
                            + " cannot be deleted until all object records are deleted")
                    .subCategory("ObjectSchemaError.EXISTING_OBJECT_RECORDS")
                    .exception();
        }
        schemas.archive(schema, clock.millis());
    }

    /** Removes an archived schema for good, with all that belonged to it. */
    public void purge(ObjectSchema schema) {
        schemas.purge(schema);
        crm.forget(schema.type());
    }

    /** Deletes an association in both directions, with the links that have it. */
    public void deleteAssociation(ObjectType type, String id) {
        List<AssociationType> all = crm.associationTypes().all();
        AssociationType found = all.stream()
                .filter(one -> one.from().equals(type) || one.to().equals(type))
                .filter(one -> Integer.toString(one.typeId()).equals(id))
                .findFirst()
                .orElseThrow(() -> HubSpotError.notFound().exception());
        boolean hubSpots = found.category().equals(AssociationType.HUBSPOT_DEFINED);
        boolean labelled = found.isPlain()
                && crm.associationTypes().known(found.from(), found.to()).stream()
                        .anyMatch(one -> !one.isPlain());
        if (hubSpots || labelled) {
            throw HubSpotError.validation("Association " + id
                            + (hubSpots ? " is HubSpot's own and cannot be deleted" : " still has labels"))
                    .exception();
        }
        crm.associationTypes().remove(found);
        crm.links().forget(found);
    }
}
