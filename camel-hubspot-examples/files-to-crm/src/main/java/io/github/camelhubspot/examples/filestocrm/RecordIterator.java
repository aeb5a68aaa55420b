// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Does something to each element of an iterator on its way, and closes what it reads from.
 *
 * <p>A source that fails does so once and then is at its end: Camel's splitter asks again while it cleans up.
 */
final class RecordIterator<S, T> implements Iterator<T>, Closeable {

    private final Iterator<S> source;
    private final Function<S, T> change;
    private boolean failed;

    RecordIterator(Iterator<S> source, Function<S, T> change) {
        this.source = source;
        this.change = change;
    }

    @Override
    public boolean hasNext() {
        try {
            return !failed && source.hasNext();
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public T next() {
        try {
            return change.apply(source.next());
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (source instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
