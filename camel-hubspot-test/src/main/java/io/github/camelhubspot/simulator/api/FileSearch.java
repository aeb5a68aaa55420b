// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.files.StoredFile;
import io.github.camelhubspot.simulator.http.Query;

/** Finds files by what the query says of them, all of which must hold. */
final class FileSearch {

    private FileSearch() {}

    static List<StoredFile> find(List<StoredFile> files, Query query) {
        Predicate<StoredFile> wanted = file -> true;
        wanted = wanted.and(one(query, "name", file -> file.fileName().name()))
                .and(one(query, "path", StoredFile::path))
                .and(one(query, "extension", file -> file.fileName().extension()))
                .and(one(query, "type", file -> file.fileName().type()))
                .and(one(query, "encoding", file -> file.fileName().extension()))
                .and(one(query, "fileMd5", StoredFile::md5))
                .and(one(query, "size", file -> Integer.toString(file.content().length)))
                .and(one(
                        query,
                        "allowsAnonymousAccess",
                        file -> Boolean.toString(file.access().isAnonymous())))
                .and(many(query, "ids", file -> Long.toString(file.id())))
                .and(many(
                        query,
                        "parentFolderIds",
                        file -> Long.toString(file.folder().id())));
        List<StoredFile> found = new ArrayList<>(files.stream().filter(wanted).toList());
        List<String> sort = query.list("sort");
        if (sort != null && !sort.isEmpty()) {
            found.sort(order(sort.get(0)));
        }
        return found;
    }

    private static Predicate<StoredFile> one(Query query, String parameter, Function<StoredFile, String> value) {
        String wanted = query.first(parameter);
        return wanted == null ? file -> true : file -> wanted.equalsIgnoreCase(value.apply(file));
    }

    private static Predicate<StoredFile> many(Query query, String parameter, Function<StoredFile, String> value) {
        List<String> wanted = query.list(parameter);
        return wanted == null ? file -> true : file -> wanted.contains(value.apply(file));
    }

    /** The order that a field name asks for, a minus sign before it for the descending one. */
    private static Comparator<StoredFile> order(String sort) {
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        Comparator<StoredFile> order =
                switch (field) {
                    case "name" ->
                        Comparator.comparing(file -> file.fileName().name().toLowerCase(Locale.ROOT));
                    case "createdAt" -> Comparator.comparingLong(StoredFile::createdAt);
                    case "updatedAt" -> Comparator.comparingLong(StoredFile::updatedAt);
                    case "size" -> Comparator.comparingInt(file -> file.content().length);
                    default ->
                        throw HubSpotError.validation("Files cannot be sorted by " + field)
                                .exception();
                };
        return descending ? order.reversed() : order;
    }
}
