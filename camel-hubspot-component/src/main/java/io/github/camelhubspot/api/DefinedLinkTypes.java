// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.HashMap;
import java.util.Map;

/** HubSpot's own association types, as far as its documentation lists their ids; each leads from one type to one other. */
public final class DefinedLinkTypes {

    /** From, to, the ids that lead there, and those that lead back. */
    private static final String[][] DOCUMENTED = {
        {"contacts", "companies", "279 1 931", "280 2 930"},
        {"contacts", "contacts", "449", ""},
        {"companies", "companies", "450 13 14", ""},
        {"deals", "deals", "451", ""},
        {"tickets", "tickets", "452", ""},
        {"contacts", "deals", "4", "3"},
        {"contacts", "tickets", "15", "16"},
        {"deals", "companies", "341 5", "342 6"},
        {"companies", "tickets", "340 25", "339 26"},
        {"deals", "tickets", "27", "28"},
        {"deals", "line_items", "19", "20"},
        {"deals", "quotes", "63", "64"},
        {"quotes", "line_items", "67", "68"},
        {"contacts", "calls", "193", "194"},
        {"contacts", "emails", "197", "198"},
        {"contacts", "meetings", "199", "200"},
        {"contacts", "notes", "201", "202"},
        {"contacts", "tasks", "203", "204"},
        {"companies", "calls", "181", "182"},
        {"companies", "emails", "185", "186"},
        {"companies", "meetings", "187", "188"},
        {"companies", "notes", "189", "190"},
        {"companies", "tasks", "191", "192"},
        {"deals", "calls", "205", "206"},
        {"deals", "emails", "209", "210"},
        {"deals", "meetings", "211", "212"},
        {"deals", "notes", "213", "214"},
        {"deals", "tasks", "215", "216"},
        {"tickets", "calls", "219", "220"},
        {"tickets", "emails", "223", "224"},
        {"tickets", "meetings", "225", "226"},
        {"tickets", "notes", "227", "228"},
        {"tickets", "tasks", "229", "230"},
        {"contacts", "communications", "82", "81"},
        {"companies", "communications", "88", "87"},
        {"deals", "communications", "86", "85"},
        {"tickets", "communications", "84", "83"},
        {"contacts", "postal_mail", "454", "453"},
        {"leads", "contacts", "608 578", ""},
        {"leads", "companies", "610 580", ""},
        {"tasks", "quotes", "218", ""},
        {"orders", "contacts", "507", "508"},
        {"invoices", "contacts", "177", ""},
        {"invoices", "line_items", "409", ""},
    };

    private static final Map<String, String> TARGETS = new HashMap<>();

    static {
        for (String[] row : DOCUMENTED) {
            put(row[0], row[1], row[2]);
            put(row[1], row[0], row[3]);
        }
    }

    private DefinedLinkTypes() {}

    private static void put(String from, String to, String typeIds) {
        for (String typeId : typeIds.split(" ")) {
            TARGETS.put(key(from, typeId), to);
        }
    }

    private static String key(String objectType, String typeId) {
        return ObjectTypes.id(objectType) + ' ' + typeId;
    }

    /** The type of the records that a type of HubSpot's leads to; null where the documentation does not tell. */
    public static String target(String objectType, String category, String typeId) {
        return "HUBSPOT_DEFINED".equals(category) ? TARGETS.get(key(objectType, typeId)) : null;
    }
}
