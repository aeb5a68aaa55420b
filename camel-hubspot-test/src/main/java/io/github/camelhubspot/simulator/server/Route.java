// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.util.function.Function;

import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;

/**
 * One line of the table of operations.
 *
 * @param method the HTTP method
 * @param template the path, with {@code {name}} where any segment stands
 * @param access what the operation does, which decides the scope it needs
 * @param quota the limit that the operation counts against
 * @param handler what answers it
 */
record Route(String method, PathTemplate template, Access access, Quota quota, Function<Request, Answer> handler) {

    /** What an operation does to what. */
    enum Access {
        READ_RECORDS,
        /** Changes records that exist. */
        UPDATE_RECORDS,
        /** Makes or removes records. */
        CREATE_RECORDS,
        READ_SCHEMA,
        WRITE_SCHEMA,
        READ_OWNERS,
        /** Looks at the account itself, which needs no scope. */
        READ_ACCOUNT,
        /** Gives out access tokens, and so can need none. */
        ISSUE_TOKENS,
        /** Gives out a file to whoever has its address. */
        DOWNLOAD,
        READ_SCHEMAS("crm.schemas.custom.read"),
        WRITE_SCHEMAS("crm.schemas.custom.write"),
        READ_LISTS("crm.lists.read"),
        WRITE_LISTS("crm.lists.write"),
        IMPORT("crm.import"),
        EXPORT("crm.export"),
        FILES("files"),
        SEND_EVENTS("analytics.behavioral_events.send");

        private final String scope;

        Access() {
            this(null);
        }

        Access(String scope) {
            this.scope = scope;
        }

        /** The scope that it needs whatever it is about; null if that depends on the object type, or none is needed. */
        String scope() {
            return scope;
        }

        boolean needsToken() {
            return this != ISSUE_TOKENS && this != DOWNLOAD;
        }

        boolean isWrite() {
            return this == UPDATE_RECORDS || this == CREATE_RECORDS || this == WRITE_SCHEMA;
        }

        boolean isSchema() {
            return this == READ_SCHEMA || this == WRITE_SCHEMA;
        }
    }

    /** The rate limits that HubSpot has. */
    enum Quota {
        GENERAL,
        SEARCH,
        ASSOCIATIONS,
        /** Occurrences of events, which count against nothing else. */
        EVENTS,
        /** Not limited. */
        NONE
    }
}
