// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;

/**
 * How an answer goes over the network, or does not.
 *
 * @param manner which way it goes
 * @param bytes the size of the body's part for CUT, of each part for DRIP
 * @param time the pause between two parts for DRIP, the length of the SILENCE
 */
public record Delivery(Manner manner, int bytes, Duration time) {

    /** The ways of delivery. */
    public enum Manner {
        WHOLE,
        /** A part of the body is sent, and the connection closed. */
        CUT,
        /** The body is sent in parts, with a pause after each. */
        DRIP,
        /** Nothing is sent for a time, and the connection is closed. */
        SILENCE,
        /** The connection is closed. */
        CLOSE,
        /** The connection is closed with a TCP RST. */
        RESET
    }

    static final Delivery WHOLE = new Delivery(Manner.WHOLE, 0, Duration.ZERO);
    static final Delivery CLOSE = new Delivery(Manner.CLOSE, 0, Duration.ZERO);
    static final Delivery RESET = new Delivery(Manner.RESET, 0, Duration.ZERO);

    static Delivery cut(int bytes) {
        return new Delivery(Manner.CUT, bytes, Duration.ZERO);
    }

    static Delivery drip(int bytes, Duration every) {
        if (bytes < 1) {
            throw new IllegalArgumentException("An answer drips by at least one byte, not " + bytes);
        }
        return new Delivery(Manner.DRIP, bytes, every);
    }

    static Delivery silence(Duration time) {
        return new Delivery(Manner.SILENCE, 0, time);
    }

    /** Whether the caller gets an answer, or a part of one. */
    public boolean isAnswered() {
        return manner == Manner.WHOLE || manner == Manner.CUT || manner == Manner.DRIP;
    }
}
