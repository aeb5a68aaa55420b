// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The ways in which a call can go wrong that happen by chance, and that are counted. */
public enum FaultKind {
    /** 429 of the policy TEN_SECONDLY_ROLLING. */
    TEN_SECONDLY_LIMIT,
    /** 429 of the policy TEN_SECONDLY_ROLLING, with Retry-After. */
    TEN_SECONDLY_LIMIT_RETRY_AFTER,
    /** 429 of the policy SECONDLY. */
    SECONDLY_LIMIT,
    /** 429 of the policy SECONDLY, with Retry-After. */
    SECONDLY_LIMIT_RETRY_AFTER,
    /** 423: another write holds the record. */
    LOCKED,
    /** 477 with Retry-After: the account moves between data centres. */
    MIGRATING,
    /** 500, 502, 503, 504, 521 or 524, and nothing was applied. */
    SERVER_ERROR_BEFORE,
    /** 500, 502, 503, 504, 521 or 524, though the operation was carried out. */
    SERVER_ERROR_AFTER,
    /** The connection is closed without an answer, and nothing was applied. */
    LOST_BEFORE,
    /** The connection is closed without an answer, though the operation was carried out. */
    LOST_AFTER,
    /** The connection is reset (TCP RST), and nothing was applied. */
    RESET_BEFORE,
    /** The connection is reset (TCP RST), though the operation was carried out. */
    RESET_AFTER,
    /** The operation is carried out, and the body of its answer ends too early. */
    CUT_BODY,
    /** A status of 500 or above with a page of HTML, and nothing was applied. */
    HTML_BEFORE,
    /** A status of 500 or above with a page of HTML, though the operation was carried out. */
    HTML_AFTER,
    /** The operation is carried out, and a page of HTML with status 200 comes in place of its answer. */
    HTML_OK,
    /** The operation is carried out, and its answer comes whole, but a few bytes at a time. */
    SLOW_DRIP,
    /** The operation is carried out, and nothing is sent for a long time; then the connection is closed. */
    SILENCE_AFTER,
    /** 401 EXPIRED_AUTHENTICATION, and nothing was applied. */
    EXPIRED_TOKEN,
    /** 429 of the policy DAILY, which is final until midnight. */
    DAILY_LIMIT;

    /** All that a client with a static token can survive by itself: everything but EXPIRED_TOKEN and DAILY_LIMIT. */
    public static final Set<FaultKind> TEMPORARY =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(EXPIRED_TOKEN, DAILY_LIMIT)));
}
