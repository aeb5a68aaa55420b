// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words in texts: whole ones, or parts of them where an asterisk stands for the rest. */
final class Tokens {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final List<Pattern> wanted = new ArrayList<>();

    Tokens(String text) {
        for (String token : BLANK.split(text.trim().toLowerCase(Locale.ROOT))) {
            wanted.add(Pattern.compile("\\Q" + token.replace("*", "\\E.*\\Q") + "\\E"));
        }
    }

    /** Whether every wanted token is among the words of the text. */
    boolean areIn(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        List<String> candidates = new ArrayList<>(List.of(BETWEEN_WORDS.split(lowerCase)));
        candidates.addAll(List.of(BLANK.split(lowerCase)));
        candidates.add(lowerCase);
        return wanted.stream().allMatch(pattern -> candidates.stream()
                .anyMatch(candidate -> pattern.matcher(candidate).matches()));
    }
}
