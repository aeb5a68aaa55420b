// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.runtime;

/** Withdraws the health check of a native image without camel-health, which has none. */
public final class NoHealthCheck implements Runnable {

    @Override
    public void run() {
        // There is nothing to withdraw.
    }
}
