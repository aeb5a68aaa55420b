// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.heap;

import java.util.Arrays;
import java.util.Locale;

/**
 * What it took to send a file.
 *
 * @param succeeded the records that the component reported as successes
 * @param millis the time from the start of the context to the end of the exchange
 * @param peakHeap the most bytes of heap in use at any collection, garbage included
 * @param collections the number of collections
 */
public record HeapResult(long succeeded, long millis, long peakHeap, int collections) {

    private static final double MB = 1024 * 1024;

    /** The form in which processes pass it on. */
    String toText() {
        return succeeded + " " + millis + " " + peakHeap + " " + collections;
    }

    static HeapResult parse(String text) {
        long[] numbers =
                Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
        return new HeapResult(numbers[0], numbers[1], numbers[2], (int) numbers[3]);
    }

    /** The figures in a sentence. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%,d records in %.1f s, %,.0f a second; heap at most %.1f MB, garbage included; %d collections",
                succeeded,
                millis / 1e3,
                succeeded * 1e3 / millis,
                peakHeap / MB,
                collections);
    }
}
