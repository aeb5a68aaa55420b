// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** What the simulator's account holds, beside what the tables hold. */
final class CrmContent {

    private static final String KEY = "external_id";

    private final HubSpotSimulator hubSpot;
    private final JdbcTemplate jdbc;

    CrmContent(HubSpotSimulator hubSpot, JdbcTemplate jdbc) {
        this.hubSpot = hubSpot;
        this.jdbc = jdbc;
    }

    /** Every row is one record with the same values, except for the given rows, of which there is no record. */
    void assertEqualsTables(String... except) {
        Set<String> missing = Set.of(except);
        assertRecordsEqual("companies", missing, """
                select customer_id as external_id, name, domain, phone, city, country, industry,
                    employees as numberofemployees, annual_revenue as annualrevenue from customers""");
        assertRecordsEqual("contacts", missing, """
                select person_id as external_id, first_name as firstname, last_name as lastname, email, phone,
                    job_title as jobtitle from people""");
        Set<String> links = new TreeSet<>(jdbc.queryForList(
                "select person_id || ' ' || customer_id from people where customer_id is not null", String.class));
        links.removeIf(link -> missing.stream().anyMatch(link::contains));
        assertThat(links()).isEqualTo(links);
    }

    private void assertRecordsEqual(String type, Set<String> missing, String query) {
        List<String> columns = jdbc.query(query, result -> {
            ResultSetMetaData row = result.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= row.getColumnCount(); i++) {
                names.add(row.getColumnLabel(i));
            }
            return names;
        });
        Map<String, Map<String, String>> expected = rows(query, missing);
        Map<String, Map<String, String>> actual = records(type, columns);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        // Record by record, so that a difference names its record.
        expected.forEach((id, record) -> assertThat(actual.get(id)).as(id).isEqualTo(record));
    }

    /** The records of a type, each with those properties that have a value. */
    private Map<String, Map<String, String>> records(String type, List<String> columns) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (SimulatedRecord record : hubSpot.crm().records(type)) {
            Map<String, String> properties = new TreeMap<>(record.properties());
            // HubSpot itself writes others, such as dates and the life cycle's stage.
            properties.keySet().retainAll(columns);
            properties.values().removeIf(String::isEmpty);
            assertThat(content.put(record.property(KEY), properties))
                    .as("Another record of " + record.property(KEY))
                    .isNull();
        }
        return content;
    }

    private Map<String, Map<String, String>> rows(String query, Set<String> missing) {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (Map<String, Object> row : jdbc.queryForList(query)) {
            Map<String, String> properties = new TreeMap<>();
            row.forEach((name, value) -> {
                if (value != null) {
                    properties.put(name, value.toString());
                }
            });
            if (!missing.contains(properties.get(KEY))) {
                content.put(properties.get(KEY), properties);
            }
        }
        return content;
    }

    private Set<String> links() {
        Map<String, String> companies = hubSpot.crm().records("companies").stream()
                .collect(Collectors.toMap(SimulatedRecord::id, record -> record.property(KEY)));
        Set<String> links = new TreeSet<>();
        for (SimulatedRecord contact : hubSpot.crm().records("contacts")) {
            hubSpot.crm()
                    .links("contacts", contact.id(), "companies")
                    .forEach(link -> links.add(contact.property(KEY) + " " + companies.get(link.toObjectId())));
        }
        return links;
    }

    /** The id of the record with that external id. */
    String id(String type, String externalId) {
        return hubSpot.crm().find(type, KEY, externalId).orElseThrow().id();
    }

    String property(String type, String externalId, String name) {
        return hubSpot.crm().find(type, KEY, externalId).orElseThrow().property(name);
    }

    /** The external ids of what is in the recycle bin. */
    List<String> archived(String type) {
        return hubSpot.crm().archivedRecords(type).stream()
                .map(record -> record.property(KEY))
                .toList();
    }
}
