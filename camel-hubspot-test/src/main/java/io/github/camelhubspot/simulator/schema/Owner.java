// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * One to whom records can belong: a person or a queue. Ids and times are given when it is added to the account.
 *
 * @param id what {@code hubspot_owner_id} of a record holds
 * @param email null for a queue
 * @param userId the user behind the owner, with another id than the owner; null for a queue
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 * @param archived whether the user has been deactivated
 */
public record Owner(
        String id,
        Type type,
        String email,
        String firstName,
        String lastName,
        Long userId,
        List<OwnerTeam> teams,
        long createdAt,
        long updatedAt,
        boolean archived) {

    /** The kinds of owners. */
    public enum Type {
        PERSON,
        QUEUE
    }

    public Owner {
        teams = List.copyOf(teams);
    }

    /** A person, to be added. */
    public static Owner person(String email, String firstName, String lastName) {
        return new Owner(null, Type.PERSON, email, firstName, lastName, null, List.of(), 0, 0, false);
    }

    /** A queue, which is no user and has no e-mail address. */
    public static Owner queue(String name) {
        return new Owner(null, Type.QUEUE, null, name, null, null, List.of(), 0, 0, false);
    }

    /** In one team more, which is the primary one if it is the first. */
    public Owner inTeam(String teamId, String name) {
        List<OwnerTeam> more = new ArrayList<>(teams);
        more.add(new OwnerTeam(teamId, name, teams.isEmpty()));
        return new Owner(id, type, email, firstName, lastName, userId, more, createdAt, updatedAt, archived);
    }

    public Owner asArchived() {
        return new Owner(id, type, email, firstName, lastName, userId, teams, createdAt, updatedAt, true);
    }

    Owner added(String newId, Long newUserId, long now) {
        return new Owner(newId, type, email, firstName, lastName, newUserId, teams, now, now, archived);
    }
}
