// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All HubSpot calls that the component knows, by resource and operation; adding one is adding a row. */
public final class OperationCatalogue {

    private static final Map<String, Map<String, ApiOperation>> ROWS = Stream.of(
                    ObjectOperations.rows(),
                    AssociationOperations.rows(),
                    PropertyOperations.rows(),
                    PipelineOperations.rows(),
                    SchemaOperations.rows(),
                    AccountOperations.rows(),
                    ListOperations.rows(),
                    FileOperations.rows(),
                    EventOperations.rows(),
                    RawOperations.rows())
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(
                    ApiOperation::resource,
                    LinkedHashMap::new,
                    Collectors.toMap(
                            ApiOperation::name,
                            row -> row,
                            (first, second) -> {
                                throw new IllegalStateException("Two rows for " + first.label());
                            },
                            LinkedHashMap::new)));

    private static final Set<String> OPTIONS =
            rows().flatMap(row -> row.options().stream()).collect(Collectors.toUnmodifiableSet());

    private OperationCatalogue() {}

    /** Every row, grouped by resource. */
    public static Stream<ApiOperation> rows() {
        return ROWS.values().stream().flatMap(byName -> byName.values().stream());
    }

    /** The names of the resources. */
    public static Set<String> resources() {
        return Set.copyOf(ROWS.keySet());
    }

    /**
     * The row of an operation.
     *
     * @throws IllegalArgumentException where the resource or the operation is unknown; the message lists those there are
     */
    public static ApiOperation find(String resource, String operation) {
        Map<String, ApiOperation> byName = operations(resource);
        ApiOperation row = byName.get(operation);
        if (row == null) {
            throw new IllegalArgumentException("The operation '" + operation + "' is unknown for hubspot:" + resource
                    + "; set the option operation to one of " + String.join(", ", byName.keySet()));
        }
        return row;
    }

    /**
     * The row of a call that its HTTP method names, of a resource that has no other operations.
     *
     * @throws IllegalArgumentException where HubSpot has no such method; the message lists those there are
     */
    public static ApiOperation byMethod(String resource, String method) {
        return operations(resource).values().stream()
                .filter(row -> row.method().name().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The option method is "
                        + (method == null ? "missing" : "'" + method + "'") + "; set it to one of "
                        + operations(resource).values().stream()
                                .map(row -> row.method().name())
                                .collect(Collectors.joining(", "))));
    }

    /** Whether the operations of a resource are told apart by the option {@code method}. */
    public static boolean namedByMethod(String resource) {
        return operations(resource).values().stream().allMatch(row -> row.uses(OptionNames.METHOD));
    }

    /**
     * The operations of a resource, by name.
     *
     * @throws IllegalArgumentException where the resource is unknown; the message lists those there are
     */
    public static Map<String, ApiOperation> operations(String resource) {
        Map<String, ApiOperation> byName = ROWS.get(resource);
        if (byName == null) {
            throw new IllegalArgumentException("The resource '" + resource + "' is unknown; begin the URI with one of "
                    + ROWS.keySet().stream().map(name -> "hubspot:" + name).collect(Collectors.joining(", ")));
        }
        return byName;
    }

    /** The name of the operation that does the same to many; empty where there is none. */
    public static Optional<String> batchForm(ApiOperation row) {
        String name = "batch" + Character.toUpperCase(row.name().charAt(0))
                + row.name().substring(1);
        return Optional.ofNullable(operations(row.resource()).get(name)).map(ApiOperation::name);
    }

    /**
     * Checks that an operation uses every one of the options that were set for it.
     *
     * @throws IllegalArgumentException naming the first option that the operation does not use, and those that it does
     */
    public static void checkOptions(ApiOperation row, Set<String> set) {
        for (String option : set) {
            if (option.startsWith(OptionNames.PARAMETER_PREFIX)) {
                checkParameter(row, option.substring(OptionNames.PARAMETER_PREFIX.length()));
            }
            if (OPTIONS.contains(option) && !row.uses(option)) {
                throw new IllegalArgumentException("The option " + option + " is not used by hubspot:" + row.label()
                        + "; remove it. Beside the common ones it uses "
                        + row.options().stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private static void checkParameter(ApiOperation row, String name) {
        if (!row.parameters().contains(name)) {
            throw new IllegalArgumentException("The option " + OptionNames.PARAMETER_PREFIX + name
                    + " is not used by hubspot:" + row.label() + "; remove it. "
                    + (row.parameters().isEmpty()
                            ? "The operation has no such parameters"
                            : "The parameters of the operation are "
                                    + row.parameters().stream().sorted().collect(Collectors.joining(", "))));
        }
    }
}
