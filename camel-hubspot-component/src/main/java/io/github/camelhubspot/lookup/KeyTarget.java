// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import io.github.camelhubspot.client.CallFailure;

/**
 * What a natural key was found to name.
 *
 * @param id the id of the record; null unless there is exactly one
 * @param several whether more than one record has the value
 * @param failure why nobody knows; null where it is known
 */
public record KeyTarget(String id, boolean several, CallFailure failure) {

    static final KeyTarget MISSING = new KeyTarget(null, false, null);
    static final KeyTarget SEVERAL = new KeyTarget(null, true, null);

    static KeyTarget found(String id) {
        return new KeyTarget(id, false, null);
    }

    static KeyTarget failed(CallFailure failure) {
        return new KeyTarget(null, false, failure);
    }

    /** Whether no record has the value. */
    public boolean missing() {
        return id == null && !several && failure == null;
    }
}
