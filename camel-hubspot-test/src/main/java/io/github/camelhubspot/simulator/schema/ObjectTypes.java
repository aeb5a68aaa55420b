// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/** The object types of the account, found by any of their names. */
public final class ObjectTypes {

    static final String CUSTOM_CREATE_DATE = "hs_createdate";
    static final String CUSTOM_MODIFIED_DATE = "hs_lastmodifieddate";

    private static final Pattern TYPE_ID = Pattern.compile("\\d+-\\d+");
    private static final int FIRST_CUSTOM_ID = 1_000_001;

    private final List<ObjectType> standard = new ArrayList<>();
    private final Map<String, ObjectType> byName = new ConcurrentHashMap<>();
    private final Map<String, ObjectType> byId = new ConcurrentHashMap<>();
    private final AtomicInteger nextCustomId = new AtomicInteger();

    public ObjectTypes() {
        for (JsonNode json : Json.resource(ObjectTypes.class, "object-types.json")) {
            standard.add(ObjectType.fromJson(json));
        }
        reset();
    }

    /** Back to HubSpot's own types. */
    public void reset() {
        byName.clear();
        byId.clear();
        nextCustomId.set(FIRST_CUSTOM_ID);
        standard.forEach(this::add);
    }

    private ObjectType add(ObjectType type) {
        byId.put(type.id(), type);
        type.names().forEach(name -> byName.put(name, type));
        return type;
    }

    /** Puts a type in the place of its earlier self. */
    public void replace(ObjectType type) {
        add(type);
    }

    /** Takes a custom type away: its names mean nothing any more. */
    public void remove(ObjectType type) {
        byId.remove(type.id());
        type.names().forEach(byName::remove);
    }

    /** The type that a path segment means; the two refusals that HubSpot has for others. */
    public ObjectType resolve(String name) {
        ObjectType type = byName.get(name);
        if (type == null) {
            type = byId.get(name);
        }
        if (type != null) {
            return type;
        }
        if (TYPE_ID.matcher(name).matches()) {
            throw HubSpotError.of(400, null, "Invalid object or event type id: " + name)
                    .exception();
        }
        throw HubSpotError.of(400, null, "Unable to infer object type from: " + name)
                .exception();
    }

    public Collection<ObjectType> all() {
        return List.copyOf(byId.values());
    }

    /** Adds a custom object; it is called by its id or as {@code p{portalId}_{name}}, not by the bare name. */
    public ObjectType addCustom(String name, long portalId, List<String> searchable, List<String> required) {
        String fullyQualifiedName = "p" + portalId + "_" + name;
        return add(new ObjectType(
                "2-" + nextCustomId.getAndIncrement(),
                fullyQualifiedName,
                fullyQualifiedName,
                Set.of(fullyQualifiedName),
                CUSTOM_CREATE_DATE,
                CUSTOM_MODIFIED_DATE,
                List.of(CUSTOM_CREATE_DATE, CUSTOM_MODIFIED_DATE, "hs_object_id"),
                List.copyOf(searchable),
                List.copyOf(required),
                List.of(),
                "crm.objects.custom",
                Set.of(ObjectType.Trait.CUSTOM, ObjectType.Trait.MERGE)));
    }
}
