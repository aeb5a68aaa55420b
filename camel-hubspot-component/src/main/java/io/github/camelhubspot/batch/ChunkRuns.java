// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.BitSet;

/** Notices when chunks that follow one another in the order of the inputs all ended alike. */
final class ChunkRuns {

    private final int length;
    private final BitSet chunks = new BitSet();

    ChunkRuns(int length) {
        this.length = length;
    }

    /** Notes a chunk; whether it completes a run. */
    boolean completed(int number, boolean alike) {
        if (!alike) {
            return false;
        }
        chunks.set(number);
        int first = chunks.previousClearBit(number) + 1;
        return chunks.nextClearBit(number) - first >= length;
    }
}
