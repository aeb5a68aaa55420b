// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

/** A property {@code camel.component.hubspot.*} is unknown, or has a value that its option does not take. */
public final class HubSpotPropertyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    HubSpotPropertyException(String message, Throwable cause) {
        super(message, cause);
    }
}
