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
        ISSUE_TOKENS;

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
        /** Not limited. */
        NONE
    }
}
