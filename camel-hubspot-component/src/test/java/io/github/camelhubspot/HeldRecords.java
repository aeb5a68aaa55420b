// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Companies that come one by one, the eighth of them bad; from some point on they are held back until the test lets go. */
final class HeldRecords implements Iterator<Map<String, String>> {

    private final int total;
    private final int heldFrom;
    private final CountDownLatch letGo = new CountDownLatch(1);
    private int next;

    HeldRecords(int total, int heldFrom) {
        this.total = total;
        this.heldFrom = heldFrom;
    }

    void letGo() {
        letGo.countDown();
    }

    @Override
    public boolean hasNext() {
        return next < total;
    }

    @Override
    public Map<String, String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == heldFrom) {
            hold();
        }
        int number = next++;
        return Map.of(number == 7 ? "misspelt" : "name", "Company " + number);
    }

    private void hold() {
        try {
            if (!letGo.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test did not let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
