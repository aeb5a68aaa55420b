// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

/**
 * What options and headers say of a link; the body fills the gaps.
 *
 * @param objectType the type that the link goes out from; null where the body names it
 * @param objectId its id; null where the body names it, and in a batch
 * @param toObjectType the type that it leads to; null where the body names it
 * @param toObjectId its id; null where the body names it, and in a batch
 * @param associationCategory the category of the link's type; may be null
 * @param associationTypeId the id of the link's type; may be null
 * @param associationLabel the label of the link; may be null
 * @param typed whether the operation needs types or a label
 */
public record LinkRules(
        String objectType,
        String objectId,
        String toObjectType,
        String toObjectId,
        String associationCategory,
        String associationTypeId,
        String associationLabel,
        boolean typed) {

    boolean hasIds() {
        return objectId != null && toObjectId != null;
    }

    boolean hasObjectTypes() {
        return objectType != null && toObjectType != null;
    }

    boolean hasTypes() {
        return !typed || associationLabel != null || associationTypeId != null;
    }
}
