// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

/** In which shape HubSpot's answers reach the message body. */
public enum OutputType {
    /** A {@link java.util.Map}, with maps and lists inside. */
    MAP,
    /** A Jackson {@link com.fasterxml.jackson.databind.JsonNode}. */
    JSON,
    /** The JSON as a text. */
    STRING,
    /** An instance of the option {@code outputClass}. */
    CLASS
}
