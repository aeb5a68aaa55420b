// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row of the operation catalogue: everything that the component knows of one HubSpot call.
 *
 * @param resource the first part of the URI, such as {@code objects}
 * @param name the value of the option {@code operation}
 * @param method the HTTP method
 * @param numberedPath the path in the API version {@code v3}
 * @param datedPath the path in the dated versions; <code>{version}</code> is the date
 * @param input what is read from the message body
 * @param output what is left in the message body
 * @param effect what it does to the CRM
 * @param window the rate limit that the call counts against
 * @param repeatability whether a call whose answer was lost may be sent again
 * @param maxInputs the most inputs of one call, 1 for an operation that is no batch
 * @param maxInputsWithHistory the same where property histories are read
 * @param pageMaximum the largest page, 0 for an operation without pages
 * @param pageMaximumWithHistory the same where property histories are read
 * @param query the options that go into the query, under their own names
 * @param bodyFields the fields of a request that holds nothing but options: the option of each field
 * @param options the options that this operation uses, beside those that every operation uses
 * @param requiresIdProperty whether it works by a unique property only
 * @param traceable whether HubSpot takes an {@code objectWriteTraceId} with each input
 * @param summary what it does, in a few words
 */
public record ApiOperation(
        String resource,
        String name,
        HttpMethod method,
        PathTemplate numberedPath,
        PathTemplate datedPath,
        InputShape input,
        OutputShape output,
        Effect effect,
        QuotaWindow window,
        Repeatability repeatability,
        int maxInputs,
        int maxInputsWithHistory,
        int pageMaximum,
        int pageMaximumWithHistory,
        Set<String> query,
        Map<String, String> bodyFields,
        Set<String> options,
        boolean requiresIdProperty,
        boolean traceable,
        String summary) {

    /** The path template in a version of the API. */
    public PathTemplate path(ApiVersion version) {
        return version.dated() ? datedPath : numberedPath;
    }

    /** Whether the operation uses the option of that name. */
    public boolean uses(String option) {
        return options.contains(option);
    }

    /** Whether the operation leaves that in the message body. */
    public boolean gives(OutputShape shape) {
        return output == shape;
    }

    /** How users name it in a URI: resource and operation. */
    public String label() {
        return resource + "?operation=" + name;
    }

    /** Collects the columns of a row; each method is named after what it says. */
    static final class Builder {
        private final String resource;
        private final String name;
        private final HttpMethod method;
        private final String numberedPath;
        private final String datedPath;
        private final Set<String> options = new LinkedHashSet<>();
        private final Set<String> query = new LinkedHashSet<>();
        private final Map<String, String> bodyFields = new LinkedHashMap<>();
        private InputShape input = InputShape.NOTHING;
        private OutputShape output = OutputShape.ANSWER;
        private Effect effect;
        private QuotaWindow window = QuotaWindow.GENERAL;
        private Repeatability repeatability = Repeatability.REPEATABLE;
        private int maxInputs = 1;
        private int maxInputsWithHistory = 1;
        private int pageMaximum;
        private int pageMaximumWithHistory;
        private boolean requiresIdProperty;
        private boolean traceable;

        Builder(String resource, String name, HttpMethod method, String numberedPath, String datedPath) {
            this.resource = resource;
            this.name = name;
            this.method = method;
            this.numberedPath = numberedPath;
            this.datedPath = datedPath;
            this.effect = Effect.of(method);
        }

        Builder does(Effect what) {
            this.effect = what;
            return this;
        }

        Builder takes(InputShape shape) {
            this.input = shape;
            return this;
        }

        Builder gives(OutputShape shape) {
            this.output = shape;
            return this;
        }

        Builder countsAgainst(QuotaWindow limit) {
            this.window = limit;
            return this;
        }

        Builder notRepeatable() {
            this.repeatability = Repeatability.ONLY_IF_NOT_APPLIED;
            return this;
        }

        Builder atMost(int inputs) {
            return atMost(inputs, inputs);
        }

        Builder atMost(int inputs, int inputsWithHistory) {
            this.maxInputs = inputs;
            this.maxInputsWithHistory = inputsWithHistory;
            return this;
        }

        Builder pagesOf(int maximum, int maximumWithHistory) {
            this.output = OutputShape.PAGES;
            this.pageMaximum = maximum;
            this.pageMaximumWithHistory = maximumWithHistory;
            this.options.addAll(OptionNames.PAGED);
            if (method == HttpMethod.GET) {
                query(OptionNames.LIMIT, OptionNames.AFTER);
            }
            return this;
        }

        Builder uses(String... names) {
            this.options.addAll(Set.of(names));
            return this;
        }

        Builder uses(Set<String> names) {
            this.options.addAll(names);
            return this;
        }

        Builder query(String... names) {
            this.query.addAll(List.of(names));
            return uses(names);
        }

        Builder bodyField(String field, String option) {
            this.bodyFields.put(field, option);
            return uses(option);
        }

        Builder needsIdProperty() {
            this.requiresIdProperty = true;
            return uses(OptionNames.ID_PROPERTY);
        }

        Builder traceable() {
            this.traceable = true;
            return this;
        }

        ApiOperation row(String summary) {
            PathTemplate numbered = new PathTemplate(numberedPath);
            numbered.variables().stream()
                    .filter(name -> !name.equals("version"))
                    .forEach(options::add);
            return new ApiOperation(
                    resource,
                    name,
                    method,
                    numbered,
                    new PathTemplate(datedPath),
                    input,
                    output,
                    effect,
                    window,
                    repeatability,
                    maxInputs,
                    maxInputsWithHistory,
                    pageMaximum,
                    pageMaximumWithHistory,
                    Collections.unmodifiableSet(query),
                    Collections.unmodifiableMap(bodyFields),
                    Set.copyOf(options),
                    requiresIdProperty,
                    traceable,
                    summary);
        }
    }
}
