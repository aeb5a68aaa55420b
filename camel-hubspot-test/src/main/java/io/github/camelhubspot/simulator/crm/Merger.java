// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** Merges two records of a type into one. */
public final class Merger {

    private static final String MERGED_IDS = "hs_merged_object_ids";
    private static final String EMAIL = "email";
    private static final String ADDITIONAL_EMAILS = "hs_additional_emails";

    private final RecordWriter writer;
    private final Links links;

    Merger(RecordWriter writer, Links links) {
        this.writer = writer;
        this.links = links;
    }

    /**
     * The primary's values win, the other's fill its gaps, links of both are kept. Contacts and companies get a new id,
     * under which both old ids are still found; other types keep the primary's.
     */
    public SimulatedRecord merge(ObjectStore store, SimulatedRecord primary, SimulatedRecord other) {
        Map<String, String> values = merged(store, primary, other);
        boolean newId = store.type().has(ObjectType.Trait.MERGE_NEW_ID);
        SimulatedRecord result = newId ? writer.create(store, values) : writer.update(store, primary, values);
        if (newId) {
            replace(store, primary, result);
        }
        replace(store, other, result);
        return result;
    }

    /** Lets a record go whose id leads to another from now on. */
    private void replace(ObjectStore store, SimulatedRecord old, SimulatedRecord result) {
        links.move(old, result);
        store.mergedInto(old.numericId(), result.numericId());
        store.remove(old.numericId());
    }

    private static Map<String, String> merged(ObjectStore store, SimulatedRecord primary, SimulatedRecord other) {
        Map<String, String> values = new LinkedHashMap<>();
        other.properties().forEach((name, value) -> putWritable(store, values, name, value));
        primary.properties().forEach((name, value) -> putWritable(store, values, name, value));
        values.put(MERGED_IDS, String.join(";", mergedIds(primary, other)));
        String otherEmail = other.property(EMAIL);
        if (store.type().has(ObjectType.Trait.MERGE_NEW_ID) && otherEmail != null) {
            Set<String> emails = new LinkedHashSet<>();
            addAll(emails, primary.property(ADDITIONAL_EMAILS));
            addAll(emails, otherEmail);
            addAll(emails, other.property(ADDITIONAL_EMAILS));
            emails.remove(values.get(EMAIL));
            values.put(ADDITIONAL_EMAILS, String.join(";", emails));
        }
        return values;
    }

    private static List<String> mergedIds(SimulatedRecord primary, SimulatedRecord other) {
        Set<String> ids = new LinkedHashSet<>();
        addAll(ids, primary.property(MERGED_IDS));
        addAll(ids, other.property(MERGED_IDS));
        ids.add(primary.id());
        ids.add(other.id());
        return new ArrayList<>(ids);
    }

    private static void addAll(Set<String> target, String joined) {
        if (joined != null) {
            target.addAll(List.of(joined.split(";")));
        }
    }

    private static void putWritable(ObjectStore store, Map<String, String> values, String name, String value) {
        PropertyDefinition definition = store.definitions().get(name);
        if (definition != null && !definition.isReadOnly()) {
            values.put(name, value);
        }
    }
}
