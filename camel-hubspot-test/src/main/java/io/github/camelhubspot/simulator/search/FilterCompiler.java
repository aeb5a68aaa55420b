// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.ObjectStore;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Makes a test of records out of a filter. */
final class FilterCompiler {

    static final String ASSOCIATIONS = "associations.";

    private final Crm crm;
    private final ObjectStore store;

    FilterCompiler(Crm crm, ObjectStore store) {
        this.crm = crm;
        this.store = store;
    }

    /** The records that pass all filters of any group; every record if there are no groups. */
    Predicate<SimulatedRecord> compile(List<List<Filter>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(this::compile).reduce(any -> true, Predicate::and))
                .reduce(Predicate::or)
                .orElse(any -> true);
    }

    private Predicate<SimulatedRecord> compile(Filter filter) {
        if (filter.property().startsWith(ASSOCIATIONS)) {
            return associated(filter);
        }
        return compile(SearchField.of(store, filter.property()), filter);
    }

    private static <T extends Comparable<T>> Predicate<SimulatedRecord> compile(SearchField<T> field, Filter filter) {
        return switch (filter.operator()) {
            case HAS_PROPERTY -> found -> field.ofRecord().apply(found) != null;
            case NOT_HAS_PROPERTY -> found -> field.ofRecord().apply(found) == null;
            case EQ -> compared(field, filter.value(), sign -> sign == 0);
            // The negative operators take records without the property as well.
            case NEQ -> compared(field, filter.value(), sign -> sign == 0).negate();
            case LT -> compared(field, filter.value(), sign -> sign < 0);
            case LTE -> compared(field, filter.value(), sign -> sign <= 0);
            case GT -> compared(field, filter.value(), sign -> sign > 0);
            case GTE -> compared(field, filter.value(), sign -> sign >= 0);
            case BETWEEN ->
                compared(field, filter.value(), sign -> sign >= 0)
                        .and(compared(field, filter.highValue(), sign -> sign <= 0));
            case IN -> in(field, filter.values());
            case NOT_IN -> in(field, filter.values()).negate();
            case CONTAINS_TOKEN -> containsTokens(field, filter.value());
            case NOT_CONTAINS_TOKEN -> containsTokens(field, filter.value()).negate();
        };
    }

    private interface Sign {
        boolean accepts(int sign);
    }

    private static <T extends Comparable<T>> Predicate<SimulatedRecord> compared(
            SearchField<T> field, String text, Sign sign) {
        T wanted = required(field, text);
        return found -> {
            T value = field.ofRecord().apply(found);
            return value != null && sign.accepts(value.compareTo(wanted));
        };
    }

    private static <T extends Comparable<T>> T required(SearchField<T> field, String text) {
        T value = text == null ? null : field.ofText().apply(text);
        if (value == null) {
            throw SearchEngine.problem();
        }
        return value;
    }

    private static <T extends Comparable<T>> Predicate<SimulatedRecord> in(SearchField<T> field, List<String> texts) {
        if (texts == null || texts.isEmpty() || texts.contains(null)) {
            throw SearchEngine.problem();
        }
        if (field.isText() || field.isList()) {
            // Compared as given: texts of records are in lower case here, so only such values are found.
            Set<String> wanted = Set.copyOf(new HashSet<>(texts));
            return found -> {
                T value = field.ofRecord().apply(found);
                return value != null && parts(field, value.toString()).stream().anyMatch(wanted::contains);
            };
        }
        Set<T> wanted = new HashSet<>();
        texts.forEach(text -> wanted.add(required(field, text)));
        return found -> wanted.contains(field.ofRecord().apply(found));
    }

    private static List<String> parts(SearchField<?> field, String value) {
        return field.isList() ? Arrays.asList(value.split(";")) : List.of(value);
    }

    private static Predicate<SimulatedRecord> containsTokens(SearchField<?> field, String text) {
        if (text == null || text.isBlank()) {
            throw SearchEngine.problem();
        }
        Tokens tokens = new Tokens(text);
        return found -> {
            String value = found.property(field.name());
            return value != null && tokens.areIn(value);
        };
    }

    /** The pseudo property of linked records, which HubSpot has for its own types and two operators only. */
    private Predicate<SimulatedRecord> associated(Filter filter) {
        ObjectType to;
        try {
            to = crm.types().resolve(filter.property().substring(ASSOCIATIONS.length()));
        } catch (HubSpotErrorException e) {
            throw SearchEngine.problem();
        }
        List<String> ids = filter.operator() == Operator.EQ && filter.value() != null
                ? List.of(filter.value())
                : filter.operator() == Operator.IN ? filter.values() : null;
        if (ids == null || to.has(ObjectType.Trait.CUSTOM)) {
            throw SearchEngine.problem();
        }
        List<Long> toIds = ids.stream().map(id -> Crm.recordId(id).orElse(-1)).toList();
        return found -> toIds.stream().anyMatch(toId -> !crm.links()
                .typesOf(store.type(), found.numericId(), to, toId)
                .isEmpty());
    }
}
