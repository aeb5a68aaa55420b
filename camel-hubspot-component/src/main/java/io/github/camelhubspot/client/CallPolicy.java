// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.util.function.BooleanSupplier;

/**
 * How the calls of a client are treated.
 *
 * @param retry when they are repeated
 * @param priority which go first
 * @param stopping whether the route that they come from is being stopped, so that waiting is over
 */
public record CallPolicy(RetryPolicy retry, Priority priority, BooleanSupplier stopping) {}
