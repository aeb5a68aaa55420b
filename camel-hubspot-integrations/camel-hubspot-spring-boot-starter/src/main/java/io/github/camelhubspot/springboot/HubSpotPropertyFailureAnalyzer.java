// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of a wrong property without the stack of exceptions around it. */
final class HubSpotPropertyFailureAnalyzer extends AbstractFailureAnalyzer<HubSpotPropertyException> {

    private static final String ACTION = "Correct the property or remove it. A list is one value with commas.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HubSpotPropertyException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
