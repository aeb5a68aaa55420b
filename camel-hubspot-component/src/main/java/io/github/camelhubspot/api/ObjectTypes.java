// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of HubSpot's object types. */
public final class ObjectTypes {

    private static final List<String> PLURALS = List.of(
            "appointments",
            "calls",
            "carts",
            "commerce_payments",
            "communications",
            "companies",
            "contacts",
            "contracts",
            "courses",
            "deals",
            "discounts",
            "emails",
            "feedback_submissions",
            "fees",
            "goal_targets",
            "invoices",
            "leads",
            "line_items",
            "listings",
            "marketing_events",
            "meetings",
            "notes",
            "orders",
            "partner_clients",
            "partner_services",
            "payments",
            "products",
            "projects",
            "quotes",
            "services",
            "subscriptions",
            "tasks",
            "taxes",
            "tickets",
            "users");

    private static final Map<String, String> PLURAL_BY_SINGULAR =
            PLURALS.stream().collect(Collectors.toUnmodifiableMap(ObjectTypes::singular, Function.identity()));

    private ObjectTypes() {}

    /** The plural of a known singular; anything else, an object type id or a custom object's name too, as it is. */
    public static String plural(String objectType) {
        return objectType == null ? null : PLURAL_BY_SINGULAR.getOrDefault(objectType, objectType);
    }

    private static String singular(String plural) {
        return switch (plural) {
            case "companies" -> "company";
            case "taxes" -> "tax";
            default -> plural.substring(0, plural.length() - 1);
        };
    }
}
