// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it is at the moment.
 *
 * @param folder where it lies
 * @param contentType what it holds, for who loads it
 * @param expiresAt when it deletes itself; null for never
 * @param usableInContent whether pages may show it
 */
public record StoredFile(
        long id,
        FileName fileName,
        Folder folder,
        byte[] content,
        String contentType,
        FileAccess access,
        long createdAt,
        long updatedAt,
        Long expiresAt,
        boolean usableInContent) {

    /** A place for files; the root has the id 0 and the path of a slash. */
    public record Folder(long id, String path) {

        static final Folder ROOT = new Folder(0, "/");
    }

    public String path() {
        return (folder.path().equals("/") ? "" : folder.path()) + "/" + fileName.whole();
    }

    public String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows MD5", e);
        }
    }

    boolean isExpired(long now) {
        return expiresAt != null && now >= expiresAt;
    }

    StoredFile withContent(byte[] newContent, String newType, FileAccess newAccess, Long expires, long now) {
        return new StoredFile(
                id, fileName, folder, newContent, newType, newAccess, createdAt, now, expires, usableInContent);
    }

    StoredFile moved(FileName newName, Folder newFolder, FileAccess newAccess, Long expires, boolean usable, long now) {
        return new StoredFile(id, newName, newFolder, content, contentType, newAccess, createdAt, now, expires, usable);
    }
}
