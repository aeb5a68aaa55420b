// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.BitSet;

/** Notices when chunks that follow one another in the order of the inputs were all refused whole. */
final class RejectedRuns {

    private final int length;
    private final BitSet rejected = new BitSet();

    RejectedRuns(int length) {
        this.length = length;
    }

    /** Notes a chunk; whether it completes a run of refused ones. */
    boolean completed(int number, boolean allRejected) {
        if (!allRejected) {
            return false;
        }
        rejected.set(number);
        int first = rejected.previousClearBit(number) + 1;
        return rejected.nextClearBit(number) - first >= length;
    }
}
