// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

/** Whether records are checked against the properties of their type before they are sent. */
public enum Validate {
    /** They are not. */
    OFF,
    /** What HubSpot would refuse is not sent. */
    STRICT,
    /** What HubSpot would refuse is sent, with a warning for the sender. */
    WARN
}
