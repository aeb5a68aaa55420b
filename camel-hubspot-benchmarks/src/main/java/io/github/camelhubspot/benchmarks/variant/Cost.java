// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

/**
 * What a run cost.
 *
 * @param nanos the time that it took
 * @param cpuNanos the processor time of the whole process: route, collector and compiler threads alike
 * @param allocatedBytes the bytes that its threads allocated
 */
public record Cost(long nanos, long cpuNanos, long allocatedBytes) {

    /** What has been spent since an earlier reading. */
    Cost since(Cost earlier) {
        return new Cost(nanos - earlier.nanos, cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
    }

    /** This and another run together. */
    public Cost plus(Cost other) {
        return new Cost(nanos + other.nanos, cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }

    /** The form in which processes pass it on. */
    String toText() {
        return nanos + " " + cpuNanos + " " + allocatedBytes;
    }

    /** Reads what {@link #toText} wrote. */
    public static Cost parse(String text) {
        String[] numbers = text.split(" ");
        return new Cost(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
