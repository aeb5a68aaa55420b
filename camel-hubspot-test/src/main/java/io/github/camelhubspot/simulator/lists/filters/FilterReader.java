// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.lists.filters;

import java.time.Clock;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Reads the filters of a list: a branch OR with branches AND, which have filters of properties. */
public final class FilterReader {

    private final Crm crm;
    private final Clock clock;

    public FilterReader(Crm crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    /** The filters that a call sends for a list of records of this type; null for none. */
    public ListFilter read(ObjectType type, JsonNode branch) {
        if (branch == null || branch.isNull()) {
            return null;
        }
        PropertyFilters filters = new PropertyFilters(crm.store(type).definitions(), clock);
        Predicate<SimulatedRecord> test = root(branch, filters);
        return new ListFilter(test, filters.dependOnTime());
    }

    private static Predicate<SimulatedRecord> root(JsonNode branch, PropertyFilters filters) {
        if (!branchType(branch).equals("OR")
                || !branch.path("filters").isEmpty()
                || branch.path("filterBranches").isEmpty()) {
            throw HubSpotError.validation("The root filterBranch must be of type OR, with branches of type AND in"
                            + " filterBranches and no filters of its own")
                    .exception();
        }
        Predicate<SimulatedRecord> any = never -> false;
        for (JsonNode child : branch.get("filterBranches")) {
            any = any.or(all(child, filters));
        }
        return any;
    }

    private static Predicate<SimulatedRecord> all(JsonNode branch, PropertyFilters filters) {
        String type = branchType(branch);
        if (!type.equals("AND")) {
            throw unknown("filter branches of type " + type + " within OR", "AND");
        }
        if (!branch.path("filterBranches").isEmpty()) {
            throw unknown("branches within a filter branch of type AND", "filters there");
        }
        Predicate<SimulatedRecord> all = always -> true;
        for (JsonNode filter : branch.path("filters")) {
            String filterType = Operation.text(filter, "filterType");
            if (!filterType.equals("PROPERTY")) {
                throw unknown("filters of type " + filterType, "PROPERTY");
            }
            all = all.and(filters.read(filter));
        }
        return all;
    }

    private static String branchType(JsonNode branch) {
        return Operation.text(branch, "filterBranchType");
    }

    /** HubSpot has more filters than are simulated, which must not pass for a mistake of the caller. */
    static RuntimeException unknown(String what, String known) {
        return HubSpotError.validation("The simulator does not know " + what + "; it knows " + known)
                .exception();
    }
}
