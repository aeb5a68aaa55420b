// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.files;

/**
 * A file that is to be stored, and how.
 *
 * @param expiresAt when it deletes itself; null for never
 * @param overwrite whether it takes the place of a file of the same name in its folder
 * @param duplicates what becomes of it if there is a file with the same content
 * @param everywhere whether that is looked for in all folders, and not in its own alone
 */
public record Upload(
        FileName fileName,
        byte[] content,
        String contentType,
        FileAccess access,
        Long expiresAt,
        boolean overwrite,
        Duplicates duplicates,
        boolean everywhere) {

    /** What becomes of a file whose content is there already. */
    public enum Duplicates {
        NONE,
        REJECT,
        RETURN_EXISTING
    }
}
