// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The failures that a test asks for. A call suffers at most one of them: the first in the script that is meant for such
 * a call. Faults for a number of calls come before those that are for always, and these before those by chance.
 *
 * <pre>{@code
 * sim.faults().next(2).matching("POST", "/crm/v3/objects/*").answer(503);
 * sim.faults().next().matching("POST", "/crm/v3/objects/deals").afterApplying().dropConnection();
 * sim.faults().always().matching("GET", "*").delay(Duration.ofMillis(50));
 * sim.faults().random(42).share(0.2).of(FaultKind.LOST_AFTER, FaultKind.LOCKED);
 * }</pre>
 */
public final class FaultScript {

    static final int ALWAYS = -1;

    private final Clock clock;
    private final List<Fault> faults = new ArrayList<>();
    private final List<RandomFaults> byChance = new ArrayList<>();
    private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);

    public FaultScript(Clock clock) {
        this.clock = clock;
    }

    /** A fault for the next call that matches. */
    public Fault next() {
        return next(1);
    }

    /** A fault for the next so many calls that match. */
    public Fault next(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("A fault is for at least one call, not " + calls);
        }
        return add(new Fault(this, calls));
    }

    /** A fault for every call that matches, until it is removed. */
    public Fault always() {
        return add(new Fault(this, ALWAYS));
    }

    /** Faults by chance, of which this seed decides, until they are removed. */
    public synchronized RandomFaults random(long seed) {
        RandomFaults some = new RandomFaults(this, seed);
        byChance.add(some);
        return some;
    }

    private synchronized Fault add(Fault fault) {
        faults.add(fault);
        return fault;
    }

    synchronized void remove(Fault fault) {
        faults.remove(fault);
    }

    synchronized void remove(RandomFaults some) {
        byChance.remove(some);
    }

    /** Forgets all faults, and how many there were. */
    public synchronized void clear() {
        faults.clear();
        byChance.clear();
        counts.clear();
    }

    /** Whether every fault for a number of calls has happened that often. */
    public synchronized boolean isUsedUp() {
        return faults.stream().allMatch(Fault::isAlways);
    }

    /**
     * How many faults of each kind have happened since {@link #clear()}, whether by chance or not. A fault that is none
     * of the kinds, such as a delay or another status, is not counted.
     */
    public synchronized Map<FaultKind, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** What goes wrong with a call that arrives. */
    public synchronized FaultEffect take(String method, String path) {
        // Chance is asked first and for every call, so that other faults do not shift its decisions.
        FaultEffect chosen = decide(method, path);
        FaultEffect counted = take(method, path, false);
        if (counted != null) {
            return counted;
        }
        FaultEffect always = take(method, path, true);
        if (always != null) {
            return always;
        }
        return chosen == null ? FaultEffect.NONE : chosen;
    }

    private FaultEffect decide(String method, String path) {
        FaultEffect first = null;
        for (RandomFaults some : byChance) {
            FaultEffect effect = some.decide(method, path);
            first = first == null ? effect : first;
        }
        return first;
    }

    private FaultEffect take(String method, String path, boolean always) {
        for (Iterator<Fault> each = faults.iterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (fault.isAlways() == always && fault.takes(method, path)) {
                if (fault.isUsedUp()) {
                    each.remove();
                }
                return fault.effect();
            }
        }
        return null;
    }

    /** Counts what goes wrong with a call, once it is certain to. */
    public synchronized void happened(FaultEffect effect) {
        if (effect.kind() != null) {
            counts.merge(effect.kind(), 1L, Long::sum);
        }
    }

    Instant now() {
        return clock.instant();
    }
}
