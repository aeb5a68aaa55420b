// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.variant;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/** Reads what this process has spent so far. */
final class CostMeter {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final Method total = totalOfAllThreads();
    private final Map<Long, Long> lastSeen = new HashMap<>();

    Cost read() {
        // The processor time last, so that this reading's own cost falls outside of what is measured next.
        long allocated = total == null ? sumOverThreads() : totalAllocated();
        return new Cost(System.nanoTime(), system.getProcessCpuTime(), allocated);
    }

    /** Java 21 and later count the threads that have ended too. */
    private static Method totalOfAllThreads() {
        try {
            return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private long totalAllocated() {
        try {
            return (long) total.invoke(threads);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM does not tell what its threads allocated", e);
        }
    }

    /** Java 17: a thread that ended between two readings counts with what it had at the last one. */
    private long sumOverThreads() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] > 0) {
                lastSeen.put(ids[i], bytes[i]);
            }
        }
        return lastSeen.values().stream().mapToLong(Long::longValue).sum();
    }
}
