// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.simulator.error.ErrorDetail;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;

/** Collects what is wrong with the property values of one record, and refuses them all at once. */
final class PropertyProblems {

    private record Problem(String property, String code, String message) {}

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final long portalId;

    PropertyProblems(long portalId) {
        this.portalId = portalId;
    }

    void add(String property, String code, String message) {
        problems.add(new Problem(property, code, message));
    }

    void invalidOption(String property, String value, Iterable<String> allowed) {
        add(property, "INVALID_OPTION", value + " was not one of the allowed options: " + allowed);
    }

    /** Refuses with HubSpot's text, which holds the problems a second time, as JSON. */
    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        ArrayNode inText = Json.array();
        problems.forEach(problem -> inText.addObject()
                .put("isValid", false)
                .put("message", problem.message())
                .put("error", problem.code())
                .put("name", problem.property())
                .put("localizedErrorMessage", problem.message())
                .put("portalId", portalId));
        throw refusal("Property values were not valid: " + inText).exception();
    }

    /** Refuses with the shorter text of 2026-09. */
    void throwIfAnyInvalid() {
        if (!problems.isEmpty()) {
            throw refusal("The property values provided are invalid").exception();
        }
    }

    private HubSpotError refusal(String message) {
        HubSpotError error = HubSpotError.validation(message);
        problems.forEach(
                problem -> error.detail(ErrorDetail.ofProperty(problem.property(), problem.code(), problem.message())));
        return error;
    }
}
