// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

/** What one caller has spent of its limits. */
final class CallerLimits {

    static final long TEN_SECONDS = 10_000;
    private static final long SECOND = 1000;
    private static final long DAY = 86_400_000;

    final RollingWindow general = new RollingWindow(TEN_SECONDS);
    final RollingWindow associations = new RollingWindow(TEN_SECONDS);
    final RollingWindow search = new RollingWindow(SECOND);
    final RollingWindow events = new RollingWindow(SECOND);
    private long day;
    private int callsOfDay;

    /** The calls since the last midnight in UTC. */
    int callsOfDay(long now) {
        if (now / DAY != day) {
            day = now / DAY;
            callsOfDay = 0;
        }
        return callsOfDay;
    }

    void countOfDay() {
        callsOfDay++;
    }
}
