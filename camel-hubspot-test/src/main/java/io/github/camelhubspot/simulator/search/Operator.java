// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.search;

/** The comparisons that a search filter may make. */
enum Operator {
    EQ,
    NEQ,
    LT,
    LTE,
    GT,
    GTE,
    BETWEEN,
    IN,
    NOT_IN,
    HAS_PROPERTY,
    NOT_HAS_PROPERTY,
    CONTAINS_TOKEN,
    NOT_CONTAINS_TOKEN
}
