// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** What an operation takes from the message body. */
public enum InputShape {
    /** Nothing; the body is not read. */
    NOTHING,
    /** The id of one record, or a record that holds it. */
    RECORD_ID,
    /** One record. */
    RECORD,
    /** HubSpot's search request, or nothing. */
    SEARCH_REQUEST,
    /** The two records and the types of one link. */
    TYPED_LINK,
    /** The two records of one link. */
    LINK,
    /** A definition (of a property, a label …) that is sent as given. */
    DEFINITION,
    /** A text that is sent as the query parameter that the row names. */
    NAME,
    /** A list of record ids that is sent as it is. */
    ID_LIST,
    /** Files with what HubSpot is to do with them, sent as the parts of a form. */
    FORM,
    /** Any JSON, or nothing. */
    ANYTHING,
    /** Many definitions. */
    DEFINITIONS,
    /** Many names of definitions, or definitions that hold them. */
    NAMES,
    /** Many records. */
    RECORDS,
    /** Many record ids, or records that hold them. */
    RECORD_IDS,
    /** Many links with their types. */
    TYPED_LINKS,
    /** Many links. */
    LINKS;

    /** Whether the body is many inputs, each of which gets an outcome. */
    public boolean many() {
        return switch (this) {
            case RECORDS, RECORD_IDS, TYPED_LINKS, LINKS, DEFINITIONS, NAMES -> true;
            default -> false;
        };
    }

    /** Whether a text may be one input by itself: an id or a name. */
    public boolean texts() {
        return this == RECORD_IDS || this == NAMES;
    }
}
