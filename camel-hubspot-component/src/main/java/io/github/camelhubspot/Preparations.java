// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.prepare.Preparation;

/** What is done with the records of a call before they are sent, as its options say. */
final class Preparations {

    private Preparations() {}

    static Preparation of(CallOptions options, ProducerParts parts) {
        return Preparation.NONE;
    }
}
