// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row of the operation catalogue: everything that the component knows of one HubSpot call.
 *
 * @param resource the first part of the URI, such as {@code objects}
 * @param name the value of the option {@code operation}
 * @param method the HTTP method
 * @param paths the path in each version of the API; <code>{version}</code> is the date of a dated one
 * @param untypedPaths the paths where no object type is given; empty for an operation that needs one, or takes none
 * @param input what is read from the message body
 * @param output what is left in the message body
 * @param effect what it does to the CRM
 * @param window the rate limit that the call counts against
 * @param repeatability whether a call whose answer was lost may be sent again
 * @param maxInputs the most inputs of one call, 1 for an operation that is no batch
 * @param maxInputsWithHistory the same where property histories are read
 * @param pages how HubSpot gives its pages; null for an operation without pages
 * @param query the options that go into the query, under their own names
 * @param parameters the rarer query parameters, which the options {@code parameter.NAME} set
 * @param bodyFields the fields of a request that holds nothing but options: the option of each field
 * @param keyFields the fields that tell the definitions of a batch apart, in inputs and results
 * @param textIds the ids that HubSpot gives as numbers in some versions and as texts in others; users get texts
 * @param filePart the part of the form that its files are; null where it takes no form
 * @param nameParameter the query parameter that the body is the value of; null for none
 * @param job how to tell what becomes of what it starts; null where HubSpot is done when it answers
 * @param resultId where the answer has the id of what it is about, as a JSON pointer
 * @param options the options that this operation uses, beside those that every operation uses
 * @param requiresIdProperty whether it works by a unique property only
 * @param traceable whether HubSpot takes an {@code objectWriteTraceId} with each input
 * @param summary what it does, in a few words
 */
public record ApiOperation(
        String resource,
        String name,
        HttpMethod method,
        Map<ApiVersion, PathTemplate> paths,
        Map<ApiVersion, PathTemplate> untypedPaths,
        InputShape input,
        OutputShape output,
        Effect effect,
        QuotaWindow window,
        Repeatability repeatability,
        int maxInputs,
        int maxInputsWithHistory,
        PageShape pages,
        Set<String> query,
        Set<String> parameters,
        Map<String, String> bodyFields,
        List<String> keyFields,
        Set<String> textIds,
        String filePart,
        String nameParameter,
        JobShape job,
        JsonPointer resultId,
        Set<String> options,
        boolean requiresIdProperty,
        boolean traceable,
        String summary) {

    /** The path template in a version of the API. */
    public PathTemplate path(ApiVersion version) {
        return paths.get(version);
    }

    /** The path template in a version of the API where no object type is given. */
    public PathTemplate untypedPath(ApiVersion version) {
        return untypedPaths.getOrDefault(version, path(version));
    }

    /** The largest page, 0 for an operation without pages. */
    public int pageMaximum() {
        return pages == null ? 0 : pages.maximum();
    }

    /** The largest page where property histories are read, 0 for an operation without pages. */
    public int pageMaximumWithHistory() {
        return pages == null ? 0 : pages.maximumWithHistory();
    }

    /** Whether the operation uses the option of that name. */
    public boolean uses(String option) {
        return options.contains(option);
    }

    /** Whether the operation leaves that in the message body. */
    public boolean gives(OutputShape shape) {
        return output == shape;
    }

    /** An entry of an answer as users get it in every version of the API; changes it. */
    public JsonNode alike(JsonNode entry) {
        if (!textIds.isEmpty()) {
            makeAlike(entry);
        }
        return entry;
    }

    private void makeAlike(JsonNode node) {
        if (node instanceof ObjectNode object) {
            textIds.stream()
                    .filter(field -> object.path(field).isNumber())
                    .forEach(field -> object.put(field, object.get(field).asText()));
        }
        node.forEach(this::makeAlike);
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
        private final Map<ApiVersion, PathTemplate> paths;
        private final Set<String> options = new LinkedHashSet<>();
        private final Set<String> query = new LinkedHashSet<>();
        private final Set<String> parameters = new LinkedHashSet<>();
        private final Map<String, String> bodyFields = new LinkedHashMap<>();
        private InputShape input = InputShape.NOTHING;
        private OutputShape output = OutputShape.ANSWER;
        private Effect effect;
        private QuotaWindow window = QuotaWindow.GENERAL;
        private Repeatability repeatability = Repeatability.REPEATABLE;
        private int maxInputs = 1;
        private int maxInputsWithHistory = 1;
        private Map<ApiVersion, PathTemplate> untypedPaths = Map.of();
        private PageShape pages;
        private List<String> keyFields = List.of();
        private Set<String> textIds = Set.of();
        private String filePart;
        private String nameParameter;
        private JobShape job;
        private JsonPointer resultId = JsonPointer.compile("/id");
        private boolean requiresIdProperty;
        private boolean traceable;

        Builder(String resource, String name, HttpMethod method, String numberedPath, String datedPath) {
            this.resource = resource;
            this.name = name;
            this.method = method;
            this.paths = paths(numberedPath, datedPath);
            this.effect = Effect.of(method);
        }

        private static Map<ApiVersion, PathTemplate> paths(String numbered, String dated) {
            PathTemplate datedPath = new PathTemplate(dated);
            Map<ApiVersion, PathTemplate> paths = new EnumMap<>(ApiVersion.class);
            for (ApiVersion version : ApiVersion.values()) {
                paths.put(version, version.dated() ? datedPath : new PathTemplate(numbered));
            }
            return paths;
        }

        /** The path in one version, where it is unlike that of the others. */
        Builder in(ApiVersion version, String path) {
            this.paths.put(version, new PathTemplate(path));
            return this;
        }

        /** The paths where no object type is given. */
        Builder untyped(String numberedPath, String datedPath) {
            this.untypedPaths = paths(numberedPath, datedPath);
            return this;
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

        Builder pagesOf(int maximum) {
            return pagesOf(maximum, maximum);
        }

        Builder pagesOf(int maximum, int maximumWithHistory) {
            return pages(new PageShape(maximum, maximumWithHistory, "results", false));
        }

        Builder pages(PageShape shape) {
            this.output = OutputShape.PAGES;
            this.pages = shape;
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

        /** The rarer query parameters. */
        Builder parameters(String... names) {
            this.parameters.addAll(List.of(names));
            return uses(OptionNames.PARAMETERS);
        }

        /** The fields that tell the definitions of a batch apart. */
        Builder keyedBy(String... fields) {
            this.keyFields = List.of(fields);
            return this;
        }

        /** Takes a text from the body, which becomes a query parameter. */
        Builder takesName(String parameter) {
            this.nameParameter = parameter;
            return takes(InputShape.NAME);
        }

        /** The ids that are to be texts in every version. */
        Builder textIds(String... fields) {
            this.textIds = Set.of(fields);
            return this;
        }

        /** Takes a form from the body, whose files are parts of that name. */
        Builder takesForm(String part) {
            this.filePart = part;
            return takes(InputShape.FORM);
        }

        Builder starts(JobShape shape) {
            this.job = shape;
            return uses(OptionNames.WAITING);
        }

        Builder resultId(String pointer) {
            this.resultId = JsonPointer.compile(pointer);
            return this;
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
            paths.values().stream()
                    .flatMap(path -> path.variables().stream())
                    .filter(name -> !name.equals("version"))
                    .map(name -> name.equals(OptionNames.OBJECT_TYPE_ID) ? OptionNames.OBJECT_TYPE : name)
                    .forEach(options::add);
            return new ApiOperation(
                    resource,
                    name,
                    method,
                    Collections.unmodifiableMap(paths),
                    Collections.unmodifiableMap(untypedPaths),
                    input,
                    output,
                    effect,
                    window,
                    repeatability,
                    maxInputs,
                    maxInputsWithHistory,
                    pages,
                    Collections.unmodifiableSet(query),
                    Collections.unmodifiableSet(parameters),
                    Collections.unmodifiableMap(bodyFields),
                    keyFields,
                    textIds,
                    filePart,
                    nameParameter,
                    job,
                    resultId,
                    Set.copyOf(options),
                    requiresIdProperty,
                    traceable,
                    summary);
        }
    }
}
