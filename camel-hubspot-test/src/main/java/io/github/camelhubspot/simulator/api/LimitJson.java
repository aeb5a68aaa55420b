// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Writes limits and what is used of them. */
final class LimitJson {

    /** HubSpot's own limit of the links that a record may have to records of one type. */
    static final int MOST_LINKS = 50_000;

    private static final String USAGE = "usage";

    private LimitJson() {}

    /** How much of a limit is used, in per cent with three digits. */
    static BigDecimal percentage(long usage, long limit) {
        return BigDecimal.valueOf(usage)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(limit), 3, RoundingMode.HALF_UP);
    }

    static ObjectNode limit(ObjectNode json, long usage, long limit) {
        return json.put("limit", limit).put(USAGE, usage).put("percentage", percentage(usage, limit));
    }

    /** An object type with its labels. */
    static ObjectNode type(ObjectType type) {
        return Json.object()
                .put("objectTypeId", type.id())
                .put("singularLabel", label(type.singular()))
                .put("pluralLabel", label(type.plural()));
    }

    private static String label(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static List<ObjectType> sorted(Collection<ObjectType> types, boolean custom) {
        return types.stream()
                .filter(type -> type.has(ObjectType.Trait.CUSTOM) == custom)
                .sorted(Comparator.comparing(ObjectType::plural))
                .toList();
    }

    /** Types with what each uses of a limit that each of them has. */
    static ArrayNode limits(List<ObjectType> types, ToLongFunction<ObjectType> usage, long limit) {
        ArrayNode json = Json.array();
        types.forEach(type -> json.add(limit(type(type), usage.applyAsLong(type), limit)));
        return json;
    }

    /** Types with what each uses of a limit that they share. */
    static ArrayNode usages(List<ObjectType> types, ToLongFunction<ObjectType> usage) {
        ArrayNode json = Json.array();
        types.forEach(type -> json.add(type(type).put(USAGE, usage.applyAsLong(type))));
        return json;
    }

    static ObjectNode overall(ArrayNode byObjectType, long limit) {
        long usage = 0;
        for (var entry : byObjectType) {
            usage += entry.get(USAGE).asLong();
        }
        ObjectNode json = Json.object()
                .put("overallLimit", limit)
                .put("overallUsage", usage)
                .put("overallPercentage", percentage(usage, limit));
        json.set("byObjectType", byObjectType);
        return json;
    }
}
