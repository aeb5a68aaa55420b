// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of the records that the component created last in an account, as many as may be created within a few seconds; thread-safe. */
public final class RecentRecords {

    /** HubSpot's largest limit is 25 calls in a second, of a hundred records each. */
    private static final int KEPT = 10_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void add(String id) {
        ids.put(id, true);
    }

    synchronized boolean contains(String id) {
        return ids.containsKey(id);
    }
}
