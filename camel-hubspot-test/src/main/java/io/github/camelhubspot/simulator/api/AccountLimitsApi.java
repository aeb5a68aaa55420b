// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.Pipelines;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

/** What the account may have of records, properties, pipelines and custom objects, and what it has. */
public final class AccountLimitsApi {

    // What a subscription of the highest tier allows; the simulator itself holds only to some of it.
    private static final long RECORDS = 15_000_000;
    private static final long CUSTOM_RECORDS = 1_500_000;
    private static final long PROPERTIES_OF_A_TYPE = 1_000;
    private static final long PROPERTIES = 10_000;
    private static final long CALCULATED_PROPERTIES = 200;
    private static final long CUSTOM_OBJECT_TYPES = 10;

    private final Crm crm;

    public AccountLimitsApi(Crm crm) {
        this.crm = crm;
    }

    public Answer records(Request request) {
        return byKind(
                LimitJson.sorted(crm.types().all(), false),
                type -> crm.store(type).from(0, false).size(),
                RECORDS,
                CUSTOM_RECORDS);
    }

    public Answer pipelines(Request request) {
        return byKind(
                LimitJson.sorted(crm.types().all(), false).stream()
                        .filter(crm.pipelines()::exist)
                        .toList(),
                type -> crm.pipelines().list(type).size(),
                Pipelines.LIMIT,
                Pipelines.LIMIT);
    }

    /** HubSpot's types have a limit each, and custom objects share one. */
    private Answer byKind(List<ObjectType> standard, ToLongFunction<ObjectType> usage, long limit, long customLimit) {
        ObjectNode json = Json.object();
        json.set("hubspotDefinedObjectTypes", LimitJson.limits(standard, usage, limit));
        List<ObjectType> custom = LimitJson.sorted(crm.types().all(), true);
        json.set("customObjectTypes", LimitJson.overall(LimitJson.usages(custom, usage), customLimit));
        return Answer.ok(json);
    }

    public Answer customProperties(Request request) {
        return Answer.ok(LimitJson.overall(
                LimitJson.limits(allTypes(), properties(any -> true), PROPERTIES_OF_A_TYPE), PROPERTIES));
    }

    public Answer calculatedProperties(Request request) {
        Predicate<PropertyDefinition> calculated = one -> one.fieldType().equals("calculation_equation");
        return Answer.ok(
                LimitJson.overall(LimitJson.usages(allTypes(), properties(calculated)), CALCULATED_PROPERTIES));
    }

    private List<ObjectType> allTypes() {
        List<ObjectType> all = new ArrayList<>(LimitJson.sorted(crm.types().all(), false));
        all.addAll(LimitJson.sorted(crm.types().all(), true));
        return all;
    }

    /** Counts the definitions of the account's own that are in use. */
    private ToLongFunction<ObjectType> properties(Predicate<PropertyDefinition> which) {
        return type -> crm.store(type).definitions().list(false).stream()
                .filter(definition -> !definition.isHubspotDefined() && which.test(definition))
                .count();
    }

    public Answer customObjectTypes(Request request) {
        int usage = LimitJson.sorted(crm.types().all(), true).size();
        return Answer.ok(LimitJson.limit(Json.object(), usage, CUSTOM_OBJECT_TYPES));
    }
}
