// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.OutputShape;
import io.github.camelhubspot.api.QuotaWindow;
import io.github.camelhubspot.api.Repeatability;

/**
 * Writes the page {@code docs/reference.md} from Camel's catalog of the component, and a page for each resource from the
 * operation catalogue.
 */
final class ReferencePage {

    /** The groups of options in the order of the page, with their headings. */
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "1 common", "Common options",
            "2 security", "Tokens and TLS",
            "3 producer", "What an operation does",
            "4 advanced", "Quota, retries, transport",
            "5 timeout", "Time-outs",
            "6 health", "Health"));

    private final JsonNode catalog;
    private final StringBuilder page = new StringBuilder();

    ReferencePage(JsonNode catalog) {
        this.catalog = catalog;
    }

    /** The text of a page, by its path below {@code docs}. */
    static Map<String, String> pages(JsonNode catalog) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("reference.md", new ReferencePage(catalog).text());
        for (String resource : resources()) {
            pages.put("reference/" + resource + ".md", new ReferencePage(catalog).resource(resource));
        }
        return pages;
    }

    private String text() {
        line("# Reference");
        line("");
        line("<!-- Written by ReferenceTest from the catalogs; change the sources, not this page. -->");
        line("");
        line("`hubspot:resource/objectType?operation=…&option=value`, a producer. What the page says of an option is");
        line("what Camel's catalog says of it. [Traffic](traffic.md) tells of tokens, quota and retries, the");
        line("[how-tos](how-to/README.md) show the options at work.");
        line("");
        line("## Resources");
        line("");
        line("| resource | operations |");
        line("|---|---|");
        for (String resource : resources()) {
            row(
                    "[`" + resource + "`](reference/" + resource + ".md)",
                    OperationCatalogue.namedByMethod(resource)
                            ? "any path of the API, by `method` and `path`"
                            : OperationCatalogue.operations(resource).keySet().stream()
                                    .map(ReferencePage::code)
                                    .collect(Collectors.joining(" ")));
        }
        options();
        headers();
        return page.toString();
    }

    private String resource(String resource) throws IOException {
        line("# hubspot:" + resource);
        line("");
        line("<!-- Written by ReferenceTest from the catalogs; change the sources, not this page. -->");
        line("");
        line(
                "The [reference](../reference.md) has all resources, the options that every operation has, and the headers.");
        line("");
        line("## Example");
        line("");
        line(ResourcePages.summary(resource));
        line("");
        line("```yaml");
        page.append(ResourcePages.yaml(resource));
        line("```");
        line("");
        line("The same in Java:");
        line("");
        line("```java");
        page.append(ResourcePages.java(resource));
        line("```");
        line("");
        line("## Operations");
        OperationCatalogue.operations(resource).values().forEach(this::operation);
        return page.toString();
    }

    private void options() {
        line("");
        line("## Path");
        line("");
        line("| name | values | what it is |");
        line("|---|---|---|");
        catalog.path("properties").properties().forEach(entry -> {
            if (entry.getValue().path("kind").asText().equals("path")) {
                row("`" + entry.getKey() + "`", values(entry.getValue()), description(entry.getValue()));
            }
        });
        GROUPS.forEach((group, heading) -> optionsOf(group.substring(2), heading));
    }

    private void optionsOf(String group, String heading) {
        line("");
        line("## " + heading);
        line("");
        line("| option | where | values | default | what it is |");
        line("|---|---|---|---|---|");
        JsonNode onEndpoint = catalog.path("properties");
        catalog.path("componentProperties").properties().forEach(entry -> {
            JsonNode option = entry.getValue();
            if (option.path("label").asText().equals(group)) {
                row(
                        "`" + entry.getKey() + "`",
                        onEndpoint.has(entry.getKey()) ? "both" : "component",
                        values(option),
                        code(option.path("defaultValue").asText()),
                        description(option));
            }
        });
    }

    private void headers() {
        line("");
        line("## Headers");
        line("");
        line("| header | type | what it is |");
        line("|---|---|---|");
        catalog.path("headers")
                .properties()
                .forEach(entry -> row(
                        "`" + entry.getKey() + "`",
                        type(entry.getValue()),
                        entry.getValue().path("description").asText()));
    }

    private void operation(ApiOperation row) {
        line("");
        line("### " + row.name());
        line("");
        line(row.summary() + ".");
        line("");
        line("- URI: `" + uri(row) + "`");
        line("- Call: " + calls(row));
        line("- Body: " + body(row.input()));
        line("- Result: " + result(row));
        if (row.maxInputs() > 1) {
            line("- Inputs of one call: " + row.maxInputs()
                    + (row.maxInputsWithHistory() < row.maxInputs()
                            ? ", with property histories " + row.maxInputsWithHistory()
                            : ""));
        }
        line("- Limit: " + limit(row.window()));
        line("- After a lost answer: " + afterLoss(row));
        List<String> options = row.options().stream()
                .filter(option -> !option.equals(OptionNames.OBJECT_TYPE) && !option.equals(OptionNames.PARAMETERS))
                .sorted()
                .map(option -> "`" + option + "`" + (required(row, option) ? " (required)" : ""))
                .toList();
        line("- Options of its own: " + (options.isEmpty() ? "none" : String.join(", ", options)));
        if (!row.parameters().isEmpty()) {
            line("- Query parameters: "
                    + row.parameters().stream()
                            .map(name -> "`" + OptionNames.PARAMETER_PREFIX + name + "`")
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The shortest URI of an operation; what is in angle brackets may come from a header or the body as well. */
    private static String uri(ApiOperation row) {
        StringBuilder uri = new StringBuilder("hubspot:").append(row.resource());
        if (row.uses(OptionNames.OBJECT_TYPE)) {
            uri.append("/<objectType>");
        }
        uri.append(
                row.uses(OptionNames.METHOD) ? "?method=" + row.method() + "&path=<path>" : "?operation=" + row.name());
        if (row.requiresIdProperty()) {
            uri.append("&idProperty=<idProperty>");
        }
        if (row.uses(OptionNames.METHOD)) {
            return uri.toString();
        }
        Stream.concat(row.path(ApiVersion.V3).variables().stream(), row.bodyFields().values().stream())
                .distinct()
                .filter(name -> !name.equals(OptionNames.ID_PROPERTY))
                .filter(name -> !List.of("version", OptionNames.OBJECT_TYPE, OptionNames.OBJECT_TYPE_ID)
                        .contains(name))
                .sorted()
                .forEach(name ->
                        uri.append('&').append(name).append("=<").append(name).append('>'));
        return uri.toString();
    }

    private static String calls(ApiOperation row) {
        if (row.uses(OptionNames.METHOD)) {
            return "`" + row.method() + "` to the option `path`";
        }
        Map<String, String> versionsByPath = new LinkedHashMap<>();
        for (ApiVersion version : ApiVersion.values()) {
            String path = row.path(version)
                    .toString()
                    .replace("{version}", version.text())
                    .replace("{+", "{");
            versionsByPath.put("`" + row.method() + " " + path + "`", version.text());
        }
        return versionsByPath.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean required(ApiOperation row, String option) {
        return row.requiresIdProperty() && option.equals(OptionNames.ID_PROPERTY);
    }

    private static String body(InputShape input) {
        return switch (input) {
            case NOTHING -> "not read";
            case RECORD_ID ->
                "the id of a record, or a record that holds it; not read where a header or an option gives it";
            case RECORD -> "a record";
            case SEARCH_REQUEST -> "HubSpot's search request, or nothing";
            case TYPED_LINK ->
                "the two records and the types or the label of a link, as far as headers and options leave them open";
            case LINK -> "the two records of a link, as far as headers and options leave them open";
            case DEFINITION -> "the definition, sent as given";
            case NAME -> "a text: the name";
            case ID_LIST -> "a list of record ids, or one";
            case FORM -> "a file, or a map of HubSpot's parts";
            case ANYTHING -> "JSON in any form, or nothing";
            case DEFINITIONS -> "many definitions";
            case NAMES -> "many names, or definitions that hold them";
            case RECORDS -> "many records";
            case RECORD_IDS -> "many ids, or records that hold them";
            case TYPED_LINKS -> "many links, each with types or a label where no option gives them";
            case LINKS -> "many links";
        };
    }

    private static String result(ApiOperation row) {
        return switch (row.output()) {
            case ANSWER -> "HubSpot's record or answer; without content the body stays";
            case ONLY_RESULT -> "the record";
            case LIST -> "a list of all entries";
            case JSON_SCHEMA -> "a JSON Schema";
            case CONTENT -> "the content of the file, as a stream";
            case PAGES ->
                "an `Iterable` over all pages of at most " + row.pageMaximum()
                        + (row.pageMaximumWithHistory() < row.pageMaximum()
                                ? " (with property histories " + row.pageMaximumWithHistory() + ")"
                                : "");
            case OUTCOMES -> "a `BatchResult` with the outcome of each input";
        };
    }

    private static String limit(QuotaWindow window) {
        return switch (window) {
            case GENERAL -> "the account's calls in ten seconds";
            case SEARCH -> "`searchesPerSecond`";
            case EVENTS -> "1,250 calls in a second, a limit of their own";
            case ASSOCIATIONS -> "a window of its own for association batches and labels";
        };
    }

    private static String afterLoss(ApiOperation row) {
        if (row.repeatability() == Repeatability.REPEATABLE) {
            return "sent again";
        }
        boolean lookedUp = row.uses(OptionNames.ID_PROPERTY);
        String end = row.gives(OutputShape.OUTCOMES) ? "`AMBIGUOUS`" : "`HubSpotAmbiguousWriteException`";
        return lookedUp ? "looked up by `idProperty`; without one " + end : end;
    }

    private static String values(JsonNode option) {
        if (option.path("enum") instanceof ArrayNode choices && !choices.isEmpty()) {
            List<String> texts = new ArrayList<>();
            choices.forEach(choice -> texts.add(code(choice.asText())));
            return String.join(" ", texts);
        }
        return type(option);
    }

    private static String type(JsonNode option) {
        return option.path("javaType").asText().replaceAll("\\w+\\.", "").replace("<", "&lt;");
    }

    private static String description(JsonNode option) {
        String text = option.path("description").asText();
        return option.path("secret").asBoolean() ? text + " (secret)" : text;
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static List<String> resources() {
        return OperationCatalogue.rows().map(ApiOperation::resource).distinct().toList();
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells).replace("|  |", "| |") + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
