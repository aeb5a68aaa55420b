// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The owners of the account, in the order of their ids. A fresh account has one: the person who opened it. */
public final class Owners {

    private static final long FIRST_ID = 41_000_001L;
    // Owners and users count apart, so that nobody takes the one for the other.
    private static final long FIRST_USER_ID = 9_000_001L;

    private final Clock clock;
    private final ConcurrentNavigableMap<Long, Owner> owners = new ConcurrentSkipListMap<>();
    private final AtomicLong nextId = new AtomicLong();
    private final AtomicLong nextUserId = new AtomicLong();

    public Owners(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** Back to the owner of a fresh account. */
    public void reset() {
        owners.clear();
        nextId.set(FIRST_ID);
        nextUserId.set(FIRST_USER_ID);
        add(Owner.person("admin@example.com", "Ada", "Admin"));
    }

    /** Adds an owner and gives it with its ids. */
    public Owner add(Owner owner) {
        long id = nextId.getAndIncrement();
        Long userId = owner.type() == Owner.Type.QUEUE ? null : Long.valueOf(nextUserId.getAndIncrement());
        Owner added = owner.added(Long.toString(id), userId, clock.millis());
        owners.put(id, added);
        return added;
    }

    /** Active or archived owners behind the given id. */
    public List<Owner> after(long id, boolean archived) {
        return owners.tailMap(id, false).values().stream()
                .filter(owner -> owner.archived() == archived)
                .toList();
    }

    public Optional<Owner> byId(long id) {
        return Optional.ofNullable(owners.get(id));
    }

    public Optional<Owner> byUserId(long userId) {
        return owners.values().stream()
                .filter(owner -> owner.userId() != null && owner.userId() == userId)
                .findFirst();
    }

    /** The user in whose name apps act. */
    public long userId() {
        return FIRST_USER_ID;
    }
}
