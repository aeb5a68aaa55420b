// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.InputStream;

/**
 * What came of reading a file.
 *
 * @param stream its content, to be closed; null where it cannot be read
 * @param failure why not; null where it can be
 */
public record ContentResult(InputStream stream, CallFailure failure) {}
