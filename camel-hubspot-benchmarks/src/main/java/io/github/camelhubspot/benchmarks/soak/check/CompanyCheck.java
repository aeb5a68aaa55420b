// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelhubspot.benchmarks.soak.check.Findings.Wrong;
import io.github.camelhubspot.benchmarks.soak.work.ExpectedContent;
import io.github.camelhubspot.benchmarks.soak.work.Kind;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

/** Compares companies, their links and the contacts with what must be there: each exactly once, and nothing else. */
final class CompanyCheck {

    private final Crm crm;
    private final ExpectedContent expected;
    private final Findings findings;

    CompanyCheck(Crm crm, ExpectedContent expected, Findings findings) {
        this.crm = crm;
        this.expected = expected;
        this.findings = findings;
    }

    void run() {
        liveCompanies();
        archivedCompanies();
        contacts();
    }

    private void liveCompanies() {
        Map<String, String> seen = new HashMap<>();
        for (SimulatedRecord company : crm.records("companies")) {
            String key = company.property(Kind.KEY_PROPERTY);
            Map<String, String> properties = expected.companies().get(key);
            if (properties == null) {
                boolean shouldBeArchived = expected.archived().contains(company.id());
                findings.add(shouldBeArchived ? Wrong.LOST : Wrong.UNEXPECTED, "the live company " + key);
            } else if (seen.put(key, company.id()) != null) {
                findings.add(Wrong.DOUBLED, "the company " + key);
            } else {
                properties(company, key, properties);
            }
            links(company, key);
        }
        expected.companies().keySet().stream()
                .filter(key -> !seen.containsKey(key))
                .forEach(key -> findings.add(Wrong.LOST, "the company " + key));
    }

    private void properties(SimulatedRecord company, String key, Map<String, String> properties) {
        List<String> wrong = properties.keySet().stream()
                .filter(name -> !properties.get(name).equals(company.property(name)))
                .toList();
        if (!wrong.isEmpty()) {
            findings.add(Wrong.LOST, "the write to " + wrong + " of the company " + key);
        }
    }

    private void links(SimulatedRecord company, String key) {
        List<Link> links = crm.links("companies", company.id(), "contacts");
        ExpectedContent.ExpectedLink link = expected.links().get(company.id());
        if (link == null) {
            links.forEach(one -> findings.add(Wrong.UNEXPECTED, "a link of the company " + key));
            return;
        }
        List<String> labels = link.label() == null ? List.of() : List.of(link.label());
        long right = links.stream()
                .filter(one -> one.toObjectId().equals(link.contactId())
                        && one.labels().equals(labels))
                .count();
        if (right != 1) {
            findings.add(Wrong.LOST, "the link of the company " + key);
        }
        if (links.size() > right) {
            findings.add(Wrong.UNEXPECTED, "another link of the company " + key);
        }
    }

    private void archivedCompanies() {
        Set<String> archived = new HashSet<>();
        crm.archivedRecords("companies").forEach(company -> archived.add(company.id()));
        expected.archived().stream()
                .filter(id ->
                        !archived.contains(id) && crm.record("companies", id).isEmpty())
                .forEach(id -> findings.add(Wrong.LOST, "the archived company " + id));
        archived.stream()
                .filter(id -> !expected.archived().contains(id))
                .forEach(id -> findings.add(Wrong.UNEXPECTED, "the archived company " + id));
    }

    private void contacts() {
        Set<String> contacts = new HashSet<>();
        crm.records("contacts").forEach(contact -> contacts.add(contact.id()));
        expected.contacts().stream()
                .filter(id -> !contacts.contains(id))
                .forEach(id -> findings.add(Wrong.LOST, "the contact " + id));
        contacts.stream()
                .filter(id -> !expected.contacts().contains(id))
                .forEach(id -> findings.add(Wrong.UNEXPECTED, "the contact " + id));
    }
}
