// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** Makes the work from a seed, together with the records that are in the CRM before it starts. */
public final class WorkGenerator {

    private static final int LARGEST_MESSAGE = 100;
    private static final int CONTACTS = 500;
    /** One record in so many has a value that HubSpot refuses. */
    private static final int ONE_BAD_IN = 400;

    private static final List<String> CITIES = List.of("Utrecht", "Łódź", "Nice", "San José", "İzmir", "東京", "Leeds");

    private final Crm crm;
    private final Random random;
    private final ExpectedContent expected = new ExpectedContent();
    private final List<String> contactIds = new ArrayList<>();
    private int names;

    private WorkGenerator(Crm crm, long seed) {
        this.crm = crm;
        this.random = new Random(seed);
    }

    /** Work of about so many records; the CRM, which must be a fresh one, gets what the work needs. */
    public static Work generate(Crm crm, long records, long seed) {
        return new WorkGenerator(crm, seed).generate(records);
    }

    private Work generate(long records) {
        crm.defineProperty(
                "companies", PropertyDefinition.string(Kind.KEY_PROPERTY).unique());
        crm.defineLabel("companies", "contacts", "supplier", Kind.LINK_LABEL, null);
        for (int i = 0; i < CONTACTS; i++) {
            contactIds.add(
                    crm.create("contacts", Map.of("firstname", "Contact " + i)).id());
        }
        expected.contacts().addAll(contactIds);
        List<WorkMessage> messages = new ArrayList<>();
        List<Task> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Task> tasks = new ArrayList<>();
            for (long i = 0; i < kind.share(records); i++) {
                tasks.add(task(kind));
            }
            if (kind.form() == Kind.Form.TABLE) {
                rows.addAll(tasks);
            } else {
                messages.addAll(messages(kind, tasks));
            }
        }
        Collections.shuffle(messages, random);
        Collections.shuffle(rows, random);
        return new Work(messages, rows, expected);
    }

    private List<WorkMessage> messages(Kind kind, List<Task> tasks) {
        List<WorkMessage> messages = new ArrayList<>();
        int from = 0;
        while (from < tasks.size()) {
            int size = kind.form() == Kind.Form.SINGLE ? 1 : 1 + random.nextInt(LARGEST_MESSAGE);
            // As many full messages as others, since full ones are what the work is about.
            int most = kind.form() == Kind.Form.BATCH && random.nextBoolean() ? LARGEST_MESSAGE : size;
            int to = Math.min(tasks.size(), from + most);
            messages.add(new WorkMessage(kind + "-" + from, kind, List.copyOf(tasks.subList(from, to))));
            from = to;
        }
        return messages;
    }

    private Task task(Kind kind) {
        boolean bad = random.nextInt(ONE_BAD_IN) == 0;
        return switch (kind) {
            case CREATE, ONE_CREATE -> newCompany(kind, bad);
            case UPSERT, ONE_UPSERT, ROWS -> random.nextBoolean() ? newCompany(kind, bad) : changedByKey(kind, bad);
            case UPDATE_BY_KEY -> changedByKey(kind, bad);
            case UPDATE_BY_ID, ONE_UPDATE -> changedById(kind, bad);
            case LINK, LABEL, ONE_LINK -> link(kind);
            case ARCHIVE, ONE_ARCHIVE -> archive(kind);
            case CREATE_WITHOUT_KEY, ONE_CREATE_WITHOUT_KEY -> ticket(kind, bad);
        };
    }

    private Task newCompany(Kind kind, boolean bad) {
        Map<String, String> company = company(name("new"));
        if (!bad) {
            expected.companies().put(company.get(Kind.KEY_PROPERTY), company);
        }
        return new Task(kind, bad ? spoilt(company) : company, bad);
    }

    private Task changedByKey(Kind kind, boolean bad) {
        SimulatedRecord before = existing();
        Map<String, String> company = company(before.property(Kind.KEY_PROPERTY));
        if (!bad) {
            expected.companies().put(company.get(Kind.KEY_PROPERTY), company);
        }
        return new Task(kind, bad ? spoilt(company) : company, bad);
    }

    private Task changedById(Kind kind, boolean bad) {
        SimulatedRecord before = existing();
        Map<String, String> company = company(before.property(Kind.KEY_PROPERTY));
        if (!bad) {
            expected.companies().put(company.get(Kind.KEY_PROPERTY), company);
        }
        Map<String, String> changes = new LinkedHashMap<>(bad ? spoilt(company) : company);
        changes.remove(Kind.KEY_PROPERTY);
        return new Task(kind, Map.of("id", before.id(), "properties", changes), bad);
    }

    private Task link(Kind kind) {
        String companyId = existing().id();
        String contactId = contactIds.get(random.nextInt(contactIds.size()));
        String label = kind == Kind.LABEL ? Kind.LINK_LABEL : null;
        expected.links().put(companyId, new ExpectedContent.ExpectedLink(contactId, label));
        return new Task(kind, Map.of("objectId", companyId, "toObjectId", contactId), false);
    }

    private Task archive(Kind kind) {
        SimulatedRecord before = existing();
        expected.companies().remove(before.property(Kind.KEY_PROPERTY));
        expected.archived().add(before.id());
        return new Task(kind, before.id(), false);
    }

    private Task ticket(Kind kind, boolean bad) {
        Map<String, String> ticket = new LinkedHashMap<>();
        ticket.put("subject", name("ticket"));
        ticket.put("content", text());
        ticket.put("hs_pipeline_stage", "1");
        ticket.put("hs_ticket_priority", bad ? "SOMETIMES" : "HIGH");
        if (!bad) {
            expected.tickets().put(ticket.get("subject"), ticket);
        }
        return new Task(kind, ticket, bad);
    }

    /** A company that is in the CRM before the work starts. */
    private SimulatedRecord existing() {
        Map<String, String> company = company(name("old"));
        expected.companies().put(company.get(Kind.KEY_PROPERTY), company);
        return crm.create("companies", company);
    }

    private Map<String, String> company(String key) {
        Map<String, String> company = new LinkedHashMap<>();
        company.put(Kind.KEY_PROPERTY, key);
        company.put("name", text());
        company.put("city", CITIES.get(random.nextInt(CITIES.size())));
        company.put("numberofemployees", Integer.toString(random.nextInt(5_000)));
        return company;
    }

    private static Map<String, String> spoilt(Map<String, String> company) {
        Map<String, String> spoilt = new LinkedHashMap<>(company);
        spoilt.put("numberofemployees", "a few");
        return spoilt;
    }

    private String name(String what) {
        return what + "-" + names++;
    }

    private String text() {
        return "Text " + Long.toString(random.nextLong(), Character.MAX_RADIX) + " für Prüfzwecke";
    }
}
