// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.List;
import java.util.Set;

/** The rows of the resources {@code imports}, {@code exports} and {@code files}: what goes through files. */
final class FileOperations {

    private static final String EXPORTS = "/export/async";
    private static final int PAGE = 100;
    private static final JobShape IMPORT =
            new JobShape("get", "/state", "DONE", Set.of("FAILED", "CANCELED", "REVERTED"), null);
    private static final JobShape EXPORT =
            new JobShape("get", "/status", "COMPLETE", Set.of("CANCELED", "FAILED"), "download");

    private FileOperations() {}

    static List<ApiOperation> rows() {
        return List.of(
                imports("start", HttpMethod.POST, "")
                        .takesForm("files")
                        .notRepeatable()
                        .starts(IMPORT)
                        .row("Import files of records; the body is a map of importRequest and files"),
                imports("get", HttpMethod.GET, "/{objectId}")
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read how far an import is"),
                imports("list", HttpMethod.GET, "").pagesOf(PAGE).row("Read all imports of the app"),
                imports("cancel", HttpMethod.POST, "/{objectId}/cancel")
                        .does(Effect.UPDATE)
                        .row("Cancel an import"),
                imports("errors", HttpMethod.GET, "/{objectId}/errors")
                        .pagesOf(PAGE)
                        .parameters("includeErrorMessage", "includeRowData")
                        .row("Read which rows of an import HubSpot refused, and why"),
                exports("start", HttpMethod.POST, EXPORTS)
                        .takes(InputShape.DEFINITION)
                        .notRepeatable()
                        .starts(EXPORT)
                        .row("Export records to a file; with wait=true the body becomes its content"),
                exports("get", HttpMethod.GET, EXPORTS + "/tasks/{objectId}/status")
                        .uses(OptionNames.NOT_FOUND)
                        .row("Read how far an export is"),
                exports("download", HttpMethod.GET, EXPORTS + "/tasks/{objectId}/status")
                        .gives(OutputShape.CONTENT)
                        .row("Read the content of an export that HubSpot has finished"),
                files("upload", HttpMethod.POST, "")
                        .takesForm("file")
                        .notRepeatable()
                        .uses(OptionNames.UPLOAD)
                        .row("Upload a file; the body is its content"),
                files("get", HttpMethod.GET, "/{objectId}")
                        .uses(OptionNames.NOT_FOUND)
                        .parameters("properties")
                        .row("Read what HubSpot knows of a file"),
                files("search", HttpMethod.GET, "/search")
                        .pagesOf(PAGE)
                        .parameters(
                                "allowsAnonymousAccess",
                                "createdAt",
                                "createdAtGte",
                                "createdAtLte",
                                "extension",
                                "ids",
                                "isUsableInContent",
                                "name",
                                "parentFolderIds",
                                "path",
                                "sort",
                                "type",
                                "updatedAtGte",
                                "updatedAtLte",
                                "url")
                        .row("Find files"),
                files("delete", HttpMethod.DELETE, "/{objectId}").row("Delete a file"),
                files("signedUrl", HttpMethod.GET, "/{objectId}/signed-url")
                        .parameters("expirationSeconds", "size", "upscale")
                        .row("Read a URL at which a private file can be had for a while"));
    }

    private static ApiOperation.Builder imports(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "imports", name, method, "/crm/v3/imports" + rest, "/crm/imports/{version}" + rest);
    }

    private static ApiOperation.Builder exports(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "exports", name, method, "/crm/v3/exports" + rest, "/crm/exports/{version}" + rest);
    }

    private static ApiOperation.Builder files(String name, HttpMethod method, String rest) {
        return new ApiOperation.Builder(
                "files", name, method, "/files/v3/files" + rest, "/files/{version}/files" + rest);
    }
}
