// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** What an operation leaves in the message body. */
public enum OutputShape {
    /** HubSpot's record or answer; an answer without content leaves the body as it was. */
    ANSWER,
    /** The one record of a batch of one. */
    ONLY_RESULT,
    /** All the entries of an answer that HubSpot gives in one page. */
    LIST,
    /** The definitions of an object type's properties as a JSON Schema. */
    JSON_SCHEMA,
    /** The content of a file, as a stream. */
    CONTENT,
    /** The entries of an answer that HubSpot gives page by page. */
    PAGES,
    /** The outcome of each of many inputs. */
    OUTCOMES
}
