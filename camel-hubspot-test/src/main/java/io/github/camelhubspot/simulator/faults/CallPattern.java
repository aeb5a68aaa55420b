// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says which calls are meant: those of a method whose path fits a pattern. */
record CallPattern(String method, Pattern path) {

    private static final String ANY = "*";
    static final CallPattern ALL = of(ANY, ANY);

    /** A method or {@code *}, and a path in which {@code *} stands for any characters. */
    static CallPattern of(String method, String path) {
        return new CallPattern(
                method.toUpperCase(Locale.ROOT), Pattern.compile("\\Q" + path.replace("*", "\\E.*\\Q") + "\\E"));
    }

    boolean fits(String callMethod, String callPath) {
        return (method.equals(ANY) || method.equals(callMethod))
                && path.matcher(callPath).matches();
    }
}
