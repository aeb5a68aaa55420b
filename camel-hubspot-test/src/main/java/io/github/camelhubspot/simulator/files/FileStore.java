// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.files;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.files.StoredFile.Folder;

/** The files of the account, in folders that are made where a path names them. */
public final class FileStore {

    private static final long FIRST_ID = 120_000_000_001L;

    private final Clock clock;
    private final Map<Long, StoredFile> files = new LinkedHashMap<>();
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private long ids;

    public FileStore(Clock clock) {
        this.clock = clock;
        reset();
    }

    public synchronized void reset() {
        files.clear();
        folders.clear();
        folders.put(Folder.ROOT.path(), Folder.ROOT);
        ids = FIRST_ID;
    }

    /** The folder of a path; it and those above it are made if they do not exist. */
    public synchronized Folder folderAt(String path) {
        Folder folder = Folder.ROOT;
        StringBuilder soFar = new StringBuilder();
        for (String name : path.split("/")) {
            if (!name.isBlank()) {
                soFar.append('/').append(name.trim());
                folder = folders.computeIfAbsent(soFar.toString(), one -> new Folder(ids++, one));
            }
        }
        return folder;
    }

    public synchronized Optional<Folder> folder(String id) {
        return folders.values().stream()
                .filter(folder -> Long.toString(folder.id()).equals(id))
                .findFirst();
    }

    /** Stores a file, in the place of another or under a name that is free; or gives the one with the same content. */
    public synchronized StoredFile add(Folder folder, Upload upload) {
        Optional<StoredFile> duplicate = duplicate(folder, upload);
        if (duplicate.isPresent()) {
            if (upload.duplicates() == Upload.Duplicates.REJECT) {
                throw HubSpotError.of(409, HubSpotError.CONFLICT, "A file with the same content exists already")
                        .context("id", Long.toString(duplicate.get().id()))
                        .exception();
            }
            return duplicate.get();
        }
        Optional<StoredFile> namesake = at(folder, upload.fileName());
        if (upload.overwrite() && namesake.isPresent()) {
            return replace(namesake.get(), upload);
        }
        long now = clock.millis();
        return put(new StoredFile(
                ids++,
                freeName(folder, upload.fileName()),
                folder,
                upload.content(),
                upload.contentType(),
                upload.access(),
                now,
                now,
                upload.expiresAt(),
                true));
    }

    private Optional<StoredFile> duplicate(Folder folder, Upload upload) {
        if (upload.duplicates() == Upload.Duplicates.NONE) {
            return Optional.empty();
        }
        return list().stream()
                .filter(file -> upload.everywhere() || file.folder().equals(folder))
                .filter(file -> Arrays.equals(file.content(), upload.content()))
                .findFirst();
    }

    private Optional<StoredFile> at(Folder folder, FileName name) {
        return list().stream()
                .filter(file -> file.folder().equals(folder) && file.fileName().equals(name))
                .findFirst();
    }

    private FileName freeName(Folder folder, FileName wanted) {
        FileName name = wanted;
        for (int number = 1; at(folder, name).isPresent(); number++) {
            name = wanted.numbered(number);
        }
        return name;
    }

    /** Gives a file other content; its name and its place stay. */
    public synchronized StoredFile replace(StoredFile file, Upload upload) {
        return put(file.withContent(
                upload.content(), upload.contentType(), upload.access(), upload.expiresAt(), clock.millis()));
    }

    /** Gives a file another name, place or access. */
    public synchronized StoredFile move(
            StoredFile file, String name, Folder folder, FileAccess access, Long expiresAt, boolean usable) {
        FileName newName = new FileName(name, file.fileName().extension());
        Optional<StoredFile> namesake = at(folder, newName);
        if (namesake.isPresent() && namesake.get().id() != file.id()) {
            throw HubSpotError.of(409, HubSpotError.CONFLICT, "There is a file of this name in the folder already")
                    .exception();
        }
        return put(file.moved(newName, folder, access, expiresAt, usable, clock.millis()));
    }

    private StoredFile put(StoredFile file) {
        files.put(file.id(), file);
        return file;
    }

    public synchronized void remove(StoredFile file) {
        files.remove(file.id());
    }

    public synchronized Optional<StoredFile> find(long id) {
        return Optional.ofNullable(files.get(id)).filter(file -> !file.isExpired(clock.millis()));
    }

    /** All files that have not expired, in the order of their creation. */
    public synchronized List<StoredFile> list() {
        long now = clock.millis();
        return files.values().stream().filter(file -> !file.isExpired(now)).toList();
    }
}
