// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.json.Json;

/**
 * One kind of CRM record: its names, and the rules that hold for the kind as a whole.
 *
 * @param id what HubSpot calls objectTypeId, such as {@code 0-2}
 * @param singular the singular name, as in error texts and association type names
 * @param plural the plural name, as in paths
 * @param names every path name that means this type, apart from the id
 * @param createDate the property that holds the time of creation
 * @param modifiedDate the property that holds the time of the last write
 * @param defaultProperties what reads bring when they do not ask for properties
 * @param searchable the properties that a search's {@code query} looks at
 * @param required properties without which HubSpot creates no record
 * @param requiredOneOf properties of which a new record needs at least one
 * @param scope the stem of the scope that calls need
 * @param traits further rules
 */
public record ObjectType(
        String id,
        String singular,
        String plural,
        Set<String> names,
        String createDate,
        String modifiedDate,
        List<String> defaultProperties,
        List<String> searchable,
        List<String> required,
        List<String> requiredOneOf,
        String scope,
        Set<Trait> traits) {

    /** A rule that some object types have. */
    public enum Trait {
        /** Two records can be merged in every version. */
        MERGE,
        /** Two records can be merged from 2026-03 on. */
        MERGE_DATED,
        /** Merging makes a record with a new id. */
        MERGE_NEW_ID,
        /** Records can be deleted for good. */
        GDPR_DELETE,
        /** The API reads only. */
        READ_ONLY,
        /** The API creates and deletes none, but updates. */
        NO_CREATE,
        /** Records cannot be linked through the API. */
        NO_ASSOCIATIONS,
        /** A new record must be linked to a contact in the same call. */
        NEEDS_CONTACT,
        /** Defined by the account. */
        CUSTOM
    }

    /** The id makes the type, which stays the same when its rules change. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectType type && type.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The type with other properties that are searched and that are required. */
    public ObjectType with(List<String> newSearchable, List<String> newRequired) {
        return new ObjectType(
                id,
                singular,
                plural,
                names,
                createDate,
                modifiedDate,
                defaultProperties,
                List.copyOf(newSearchable),
                List.copyOf(newRequired),
                requiredOneOf,
                scope,
                traits);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The name in error texts: {@code CONTACT}, {@code LINE_ITEM}; the id for custom objects. */
    public String errorName() {
        return has(Trait.CUSTOM) ? id : singular.toUpperCase(Locale.ROOT);
    }

    /** The scope that reading or writing records needs. */
    public String scopeFor(boolean write) {
        return scope.contains(".objects.") ? scope + (write ? ".write" : ".read") : scope;
    }

    /** The scope that reading or writing property definitions needs. */
    public String schemaScopeFor(boolean write) {
        return scope.contains(".objects.")
                ? scope.replace(".objects.", ".schemas.") + (write ? ".write" : ".read")
                : scope;
    }

    static ObjectType fromJson(JsonNode json) {
        String createDate = json.path("createDate").asText("createdate");
        String modifiedDate = json.path("modifiedDate").asText("hs_lastmodifieddate");
        List<String> defaults = json.has("default")
                ? Json.texts(json.get("default"))
                : List.of(createDate, modifiedDate, "hs_object_id");
        return new ObjectType(
                json.get("id").asText(),
                json.get("singular").asText(),
                json.get("plural").asText(),
                Set.copyOf(Json.texts(json.get("names"))),
                createDate,
                modifiedDate,
                defaults,
                Json.texts(json.get("searchable")),
                Json.texts(json.get("required")),
                Json.texts(json.get("requiredOneOf")),
                json.get("scope").asText(),
                traits(json.get("traits")));
    }

    private static Set<Trait> traits(JsonNode names) {
        return Set.copyOf(Json.texts(names).stream().map(Trait::valueOf).toList());
    }
}
