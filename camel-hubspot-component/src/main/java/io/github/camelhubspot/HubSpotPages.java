// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The entries of a paged read, read page after page as they are needed, for {@code split().streaming()}.
 *
 * <p>Each iterator starts the read anew, so that a redelivery or a second route loses nothing. One page is held at a time.
 * {@code next()} and {@code hasNext()} wait for HubSpot where a page ends, and throw what the read of the next page fails
 * with. Iterators are confined to one thread; the pages themselves may be shared.
 */
public final class HubSpotPages implements Iterable<Object> {

    private final PageReader reader;
    private final long maxResults;
    /** The page that the producer has read already; the first iterator takes it. */
    private final AtomicReference<Page> first;

    HubSpotPages(Page first, PageReader reader, long maxResults) {
        this.first = new AtomicReference<>(first);
        this.reader = reader;
        this.maxResults = maxResults;
    }

    @Override
    public Iterator<Object> iterator() {
        Page page = first.getAndSet(null);
        return new PageIterator(page != null ? page : reader.read(null));
    }

    /**
     * One page.
     *
     * @param entries its entries
     * @param after where the next one begins; null after the last
     */
    record Page(List<Object> entries, String after) {}

    /** Reads the page that begins at a place, the first one for null; waits for it. */
    interface PageReader {
        Page read(String after);
    }

    private final class PageIterator implements Iterator<Object> {
        private Page page;
        private Iterator<Object> entries;
        private long given;

        PageIterator(Page page) {
            this.page = page;
            this.entries = page.entries().iterator();
        }

        @Override
        public boolean hasNext() {
            if (maxResults > 0 && given >= maxResults) {
                return false;
            }
            // A page may be empty and not be the last one.
            while (!entries.hasNext() && page.after() != null) {
                Page next = reader.read(page.after());
                if (page.after().equals(next.after())) {
                    throw new IllegalStateException("HubSpot gave the same place twice for the next page");
                }
                page = next;
                entries = next.entries().iterator();
            }
            return entries.hasNext();
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given++;
            return entries.next();
        }
    }

    @Override
    public String toString() {
        return "HubSpotPages";
    }
}
