// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the form <code>name=value</code>. */
public final class Arguments {

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException where one has another form or an unknown name
     */
    public static Arguments parse(String[] args, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (equals < 0 || !List.of(names).contains(name)) {
                throw new IllegalArgumentException(
                        "The argument " + arg + " is not known; give name=value, names are " + List.of(names));
            }
            values.put(name, arg.substring(equals + 1));
        }
        return new Arguments(values);
    }

    /** A text, or the default. */
    public String text(String name, String other) {
        return values.getOrDefault(name, other);
    }

    /** A number, or the default. */
    public long number(String name, long other) {
        return values.containsKey(name) ? Long.parseLong(values.get(name)) : other;
    }
}
