// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The failures that a test asks for. A call suffers at most one of them: the first in the script that is meant for such
 * a call. Faults for a number of calls come before those that are for always.
 *
 * <pre>{@code
 * sim.faults().next(2).matching("POST", "/crm/v3/objects/*").answer(503);
 * sim.faults().next().matching("POST", "/crm/v3/objects/deals").afterApplying().dropConnection();
 * sim.faults().always().matching("GET", "*").delay(Duration.ofMillis(50));
 * }</pre>
 */
public final class FaultScript {

    static final int ALWAYS = -1;

    private final List<Fault> faults = new ArrayList<>();

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

    private synchronized Fault add(Fault fault) {
        faults.add(fault);
        return fault;
    }

    synchronized void remove(Fault fault) {
        faults.remove(fault);
    }

    public synchronized void clear() {
        faults.clear();
    }

    /** Whether every fault for a number of calls has happened that often. */
    public synchronized boolean isUsedUp() {
        return faults.stream().allMatch(Fault::isAlways);
    }

    /** What goes wrong with a call that has arrived. */
    public synchronized FaultEffect take(String method, String path) {
        FaultEffect counted = take(method, path, false);
        return counted != null ? counted : orNone(take(method, path, true));
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

    private static FaultEffect orNone(FaultEffect effect) {
        return effect == null ? FaultEffect.NONE : effect;
    }
}
