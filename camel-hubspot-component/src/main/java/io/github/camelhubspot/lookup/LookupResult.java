// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.lookup;

import io.github.camelhubspot.client.CallFailure;

/**
 * What a lookup found.
 *
 * @param value what was found; null where the lookup failed
 * @param failure why it failed; null where it did not
 */
public record LookupResult<T>(T value, CallFailure failure) {

    static <T> LookupResult<T> found(T value) {
        return new LookupResult<>(value, null);
    }

    static <T> LookupResult<T> failed(CallFailure failure) {
        return new LookupResult<>(null, failure);
    }
}
