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

    /** The ids of HubSpot's own types, which its documentation lists. */
    private static final Map<String, String> ID_BY_PLURAL = Map.ofEntries(
            Map.entry("contacts", "0-1"),
            Map.entry("companies", "0-2"),
            Map.entry("deals", "0-3"),
            Map.entry("tickets", "0-5"),
            Map.entry("products", "0-7"),
            Map.entry("line_items", "0-8"),
            Map.entry("quotes", "0-14"),
            Map.entry("communications", "0-18"),
            Map.entry("feedback_submissions", "0-19"),
            Map.entry("tasks", "0-27"),
            Map.entry("notes", "0-46"),
            Map.entry("meetings", "0-47"),
            Map.entry("calls", "0-48"),
            Map.entry("emails", "0-49"),
            Map.entry("invoices", "0-53"),
            Map.entry("marketing_events", "0-54"),
            Map.entry("subscriptions", "0-69"),
            Map.entry("goal_targets", "0-74"),
            Map.entry("discounts", "0-84"),
            Map.entry("fees", "0-85"),
            Map.entry("taxes", "0-86"),
            Map.entry("commerce_payments", "0-101"),
            Map.entry("payments", "0-101"),
            Map.entry("users", "0-115"),
            Map.entry("postal_mail", "0-116"),
            Map.entry("orders", "0-123"),
            Map.entry("leads", "0-136"),
            Map.entry("carts", "0-142"),
            Map.entry("partner_clients", "0-145"),
            Map.entry("services", "0-162"),
            Map.entry("courses", "0-410"),
            Map.entry("listings", "0-420"),
            Map.entry("appointments", "0-421"),
            Map.entry("projects", "0-970"));

    private ObjectTypes() {}

    /** The id of a known type, by any of its names; anything else as it is. */
    public static String id(String objectType) {
        return objectType == null ? null : ID_BY_PLURAL.getOrDefault(plural(objectType), objectType);
    }

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
