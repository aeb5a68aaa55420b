// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.BatchResult;

/**
 * A batch of which not every input succeeded; the others were written. Do not redeliver it blindly: send again what
 * {@link #getResult()} names.
 */
public class HubSpotBatchException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    private final transient BatchResult result;

    public HubSpotBatchException(String message, HubSpotError error, Throwable cause, BatchResult result) {
        super(message, error, cause);
        this.result = result;
    }

    /** The outcome of each input; null after the exception was serialised. */
    public BatchResult getResult() {
        return result;
    }
}
