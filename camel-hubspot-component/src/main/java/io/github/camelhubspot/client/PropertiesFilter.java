// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.Set;

import com.fasterxml.jackson.core.filter.TokenFilter;

/** Leaves out those properties of an answer's results that nobody looks at: most of the bytes of a batch's answer. */
final class PropertiesFilter extends TokenFilter {

    private final Level level;
    private final Set<String> kept;

    private PropertiesFilter(Level level, Set<String> kept) {
        this.level = level;
        this.kept = kept;
    }

    /** A filter that keeps these properties of each record, and everything else. */
    static TokenFilter keeping(Set<String> kept) {
        return new PropertiesFilter(Level.ANSWER, kept);
    }

    @Override
    public TokenFilter includeElement(int index) {
        return level == Level.RESULTS ? new PropertiesFilter(Level.RECORD, kept) : INCLUDE_ALL;
    }

    @Override
    public TokenFilter includeProperty(String name) {
        return switch (level) {
            case ANSWER -> name.equals("results") ? new PropertiesFilter(Level.RESULTS, kept) : INCLUDE_ALL;
            case RECORD -> name.equals("properties") ? new PropertiesFilter(Level.PROPERTIES, kept) : INCLUDE_ALL;
            case PROPERTIES -> kept.contains(name) ? INCLUDE_ALL : null;
            case RESULTS -> INCLUDE_ALL;
        };
    }

    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
        return true;
    }

    @Override
    public boolean includeEmptyObject(boolean contentsFiltered) {
        return true;
    }

    private enum Level {
        ANSWER,
        RESULTS,
        RECORD,
        PROPERTIES
    }
}
