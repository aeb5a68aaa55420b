// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import io.github.camelhubspot.api.ApiOperation;

/** Is told how batches get on, so that it can be measured; must be thread-safe and must not block. */
@FunctionalInterface
public interface BatchMeter {

    /**
     * A batch begins.
     *
     * @return is told how it gets on
     */
    Progress started(ApiOperation operation);

    /** How one batch gets on. */
    interface Progress {

        /** Nobody is told. */
        Progress UNSEEN = new Progress() {
            @Override
            public void ended(OutcomeStatus status) {
                // Nobody is told.
            }

            @Override
            public void finished() {
                // Nobody is told.
            }
        };

        /** One more input has its outcome; told by one thread at a time. */
        void ended(OutcomeStatus status);

        /** The batch has ended; nothing follows. */
        void finished();
    }
}
