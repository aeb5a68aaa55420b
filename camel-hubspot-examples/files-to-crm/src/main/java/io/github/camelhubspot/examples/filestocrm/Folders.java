// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folders of the program.
 *
 * @param base holds the others
 * @param inbox where files are delivered
 * @param done where files end that were read to their end
 * @param failed where files end that could not be read to their end
 * @param rejected where the records are that were refused, each with its reason
 */
public record Folders(Path base, Path inbox, Path done, Path failed, Path rejected) {

    /** The folders below a folder; they are made where they are missing. */
    public static Folders in(Path base) throws IOException {
        Path whole = base.toAbsolutePath().normalize();
        Folders folders = new Folders(
                whole,
                whole.resolve("inbox"),
                whole.resolve("done"),
                whole.resolve("failed"),
                whole.resolve("rejected"));
        Files.createDirectories(folders.inbox);
        Files.createDirectories(folders.rejected);
        return folders;
    }

    boolean inboxEmpty() {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
