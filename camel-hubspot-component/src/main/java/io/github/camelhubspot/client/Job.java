// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;

/** A call that waits for its turn with an {@link AccountGovernor}. */
interface Job {

    /** Its place in the order, the same for every retry. */
    long number();

    Priority priority();

    /** Whether the route that it comes from is being stopped. */
    boolean stopping();

    /** Is told that it is about to be sent, after so long a wait. */
    void leaves(Duration waited);

    /** Sends the call and returns when its answer has come. */
    void run();

    /** Ends the call without sending it. */
    void refuse(FailureKind kind, String message);
}
