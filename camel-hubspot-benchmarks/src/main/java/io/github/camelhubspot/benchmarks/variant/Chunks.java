// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts an iterator into lists of 100, as the bean of a splitter.
 *
 * <p>Leaner than a splitter with an aggregator, which makes an exchange of every record, so that the comparison is with the
 * best that is easily written. (The function {@code collate} of the simple language would be shorter, but in Camel 4.18 it
 * collates twice when the route runs a second time.)
 */
final class Chunks implements Iterator<List<Object>> {

    private static final int SIZE = 100;

    private final Iterator<?> records;

    Chunks(Iterator<?> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<Object> next() {
        List<Object> chunk = new ArrayList<>(SIZE);
        while (chunk.size() < SIZE && records.hasNext()) {
            chunk.add(records.next());
        }
        return chunk;
    }
}
