// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

/**
 * How a body becomes a record, as the options and headers of the call say.
 *
 * @param headerId the header {@code CamelHubSpotObjectId}; null for none, and in a batch
 * @param optionId the option {@code objectId}; null for none, and in a batch
 * @param idProperty the unique property that identifies records; null for the record id
 * @param takesIdProperty whether the operation can name records by a unique property
 * @param needsIdProperty whether it works by a unique property only
 * @param clearNulls whether a null clears the property; else it is left alone
 * @param skipBlanks whether a blank text leaves the property alone; else it clears it
 * @param links whether and how the associations of a record are written
 * @param objectType the type of the records, where their associations are written; else null
 */
public record RecordRules(
        String headerId,
        String optionId,
        String idProperty,
        boolean takesIdProperty,
        boolean needsIdProperty,
        boolean clearNulls,
        boolean skipBlanks,
        Links links,
        String objectType) {

    /** Records that their ids name, and nothing else. */
    public static final RecordRules OF_IDS =
            new RecordRules(null, null, null, false, false, false, true, Links.NONE, null);

    /** How the associations of a record are written. */
    public enum Links {
        /** They are not. */
        NONE,
        /** With the record, by the same call. */
        INLINE,
        /** When the record was written, by calls of their own. */
        AFTERWARDS
    }
}
