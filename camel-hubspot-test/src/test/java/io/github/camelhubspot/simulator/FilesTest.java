// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** The files tool. */
class FilesTest extends SimulatorTest {

    private static final String FILES = "/files/v3/files";
    private static final String PUBLIC = "{\"access\":\"PUBLIC_INDEXABLE\"}";
    private static final String PRIVATE = "{\"access\":\"PRIVATE\"}";

    private static Multipart form(String name, String content, String options) {
        return new Multipart()
                .file("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8))
                .text("options", options);
    }

    private Reply upload(String name, String content, String options) throws IOException {
        return form(name, content, options).text("folderPath", "/docs").post(client, simulator, FILES);
    }

    private static Reply load(String url) throws IOException {
        return Client.send(HttpRequest.newBuilder(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/v3/files", "/files/2025-09/files", "/files/2026-03/files", "/files/2026-09/files"})
    void filesGoIntoFolders(String path) throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T12:00:00Z"));

        Reply stored = form("a b.PDF", "hello", PUBLIC)
                .text("folderPath", "/library/reports")
                .text("charsetHunch", "UTF-8")
                .post(client, simulator, path);
        Reply read = client.get(path + "/" + stored.text("/id"));
        Reply content = load(stored.text("/url"));

        assertThat(stored.status()).isEqualTo(201);
        assertThat(read.body()).isEqualTo(stored.body());
        assertThat(read.text("/name")).isEqualTo("a b");
        assertThat(read.text("/extension")).isEqualTo("pdf");
        assertThat(read.text("/path")).isEqualTo("/library/reports/a b.pdf");
        assertThat(read.text("/type")).isEqualTo("DOCUMENT");
        assertThat(read.text("/access")).isEqualTo("PUBLIC_INDEXABLE");
        assertThat(read.at("/size").asInt()).isEqualTo(5);
        assertThat(read.text("/fileMd5")).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(read.text("/createdAt")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(read.at("/archived").asBoolean(true)).isFalse();
        assertThat(read.text("/defaultHostingUrl")).isEqualTo(read.text("/url"));
        assertThat(read.text("/parentFolderId")).isNotNull();
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.raw().body()).isEqualTo("hello");
        assertThat(content.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void anyBytesAreKept() throws IOException {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        Reply stored = new Multipart()
                .file("file", "x.bin", "application/octet-stream", bytes)
                .text("options", PUBLIC)
                .text("folderPath", "/")
                .text("fileName", "données")
                .post(client, simulator, FILES);

        assertThat(stored.at("/size").asInt()).isEqualTo(bytes.length);
        assertThat(stored.text("/path")).isEqualTo("/données.bin");
        assertThat(stored.at("/parentFolderId").isNull()).isTrue();
        assertThat(stored.text("/type")).isEqualTo("OTHER");
        assertThat(stored.text("/fileMd5")).isEqualTo(md5(bytes));
        assertThat(load(stored.text("/url")).status()).isEqualTo(200);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFolderIsNamedByIdOrPath() throws IOException {
        String folder = upload("a.txt", "a", PRIVATE).text("/parentFolderId");

        Reply byId = form("b.txt", "b", PRIVATE).text("folderId", folder).post(client, simulator, FILES);
        Reply neither = form("b.txt", "b", PRIVATE).post(client, simulator, FILES);
        Reply both = form("b.txt", "b", PRIVATE)
                .text("folderId", folder)
                .text("folderPath", "/docs")
                .post(client, simulator, FILES);
        Reply unknown = form("b.txt", "b", PRIVATE).text("folderId", "17").post(client, simulator, FILES);

        assertThat(byId.text("/path")).isEqualTo("/docs/b.txt");
        assertThat(neither.status()).isEqualTo(400);
        assertThat(both.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aNameThatIsTakenGetsANumberOrTheFileIsOverwritten() throws IOException {
        Reply first = upload("a.txt", "one", PRIVATE);
        Reply second = upload("a.txt", "two", PRIVATE);
        Reply third = upload("a.txt", "three", "{\"access\":\"PRIVATE\",\"overwrite\":true}");

        assertThat(second.text("/path")).isEqualTo("/docs/a-1.txt");
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
        assertThat(third.text("/id")).isEqualTo(first.text("/id"));
        assertThat(third.at("/size").asInt()).isEqualTo(5);
    }

    @Test
    void filesThatComeAtOnceGetDifferentNames() {
        List<String> paths = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return upload("a.txt", "x" + i, PRIVATE).text("/path");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(paths).doesNotHaveDuplicates().doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, ENTIRE_PORTAL, 201, false",
        "REJECT, ENTIRE_PORTAL, 409, false",
        "RETURN_EXISTING, ENTIRE_PORTAL, 201, true",
        "REJECT, EXACT_FOLDER, 201, false",
        "RETURN_EXISTING, EXACT_FOLDER, 201, false"
    })
    void theSameContentIsTakenAsTheStrategySays(String strategy, String scope, int status, boolean existing)
            throws IOException {
        String first = upload("a.txt", "same", PRIVATE).text("/id");

        Reply second = form(
                        "b.txt",
                        "same",
                        "{\"access\":\"PRIVATE\",\"duplicateValidationStrategy\":\"" + strategy
                                + "\",\"duplicateValidationScope\":\"" + scope + "\"}")
                .text("folderPath", "/elsewhere")
                .post(client, simulator, FILES);

        assertThat(second.status()).isEqualTo(status);
        assertThat(first.equals(second.text("/id"))).isEqualTo(existing);
    }

    @Test
    void privateFilesNeedASignedAddress() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T12:00:00Z"));
        Reply stored = upload("a.txt", "secret", PRIVATE);

        Reply plain = load(stored.text("/url"));
        Reply signed = client.get(FILES + "/" + stored.text("/id") + "/signed-url?expirationSeconds=60");
        Reply content = load(signed.text("/url"));
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply late = load(signed.text("/url"));

        assertThat(plain.status()).isEqualTo(403);
        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.text("/expiresAt")).isEqualTo("2026-01-01T12:01:00Z");
        assertThat(signed.text("/name")).isEqualTo("a");
        assertThat(signed.text("/extension")).isEqualTo("txt");
        assertThat(signed.text("/type")).isEqualTo("DOCUMENT");
        assertThat(signed.at("/size").asInt()).isEqualTo(6);
        assertThat(content.raw().body()).isEqualTo("secret");
        assertThat(late.status()).isEqualTo(403);
        assertThat(client.get(FILES + "/" + stored.text("/id") + "/signed-url?expirationSeconds=0")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void searchFindsFilesByWhatIsSaidOfThem() throws IOException {
        Reply a = upload("a.txt", "1", PRIVATE);
        form("b.png", "22", PUBLIC).text("folderPath", "/pictures").post(client, simulator, FILES);
        upload("c.txt", "333", PRIVATE);

        assertThat(found("name=a")).containsExactly("a");
        assertThat(found("extension=txt")).containsExactly("a", "c");
        assertThat(found("type=IMG")).containsExactly("b");
        assertThat(found("path=/docs/c.txt")).containsExactly("c");
        assertThat(found("size=2")).containsExactly("b");
        assertThat(found("allowsAnonymousAccess=true")).containsExactly("b");
        assertThat(found("fileMd5=" + a.text("/fileMd5"))).containsExactly("a");
        assertThat(found("ids=" + a.text("/id") + "&ids=17")).containsExactly("a");
        assertThat(found("parentFolderIds=" + a.text("/parentFolderId"))).containsExactly("a", "c");
        assertThat(found("parentFolderIds=" + a.text("/parentFolderId") + "&name=c"))
                .containsExactly("c");
        assertThat(found("sort=-size")).containsExactly("c", "b", "a");
        assertThat(found("sort=name&limit=2")).containsExactly("a", "b");
        assertThat(found("limit=2&after=2")).containsExactly("c");
        assertThat(client.get(FILES + "/search?limit=2").text("/paging/next/after"))
                .isEqualTo("2");
        assertThat(client.get(FILES + "/" + a.text("/id") + "?properties=name,size")
                        .body())
                .hasSize(3);
        assertThat(client.get(FILES + "/search?sort=colour").status()).isEqualTo(400);
    }

    private List<String> found(String query) throws IOException {
        return client.get(FILES + "/search?" + query).at("/results").findValuesAsText("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/gdpr-delete"})
    void deletedFilesAreGone(String path) throws IOException {
        Reply stored = upload("a.txt", "a", PUBLIC);
        String file = FILES + "/" + stored.text("/id");

        Reply deleted = client.delete(file + path);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(client.get(file).status()).isEqualTo(404);
        assertThat(client.delete(file + path).status()).isEqualTo(404);
        assertThat(client.get(file + "/signed-url").status()).isEqualTo(404);
        assertThat(load(stored.text("/url")).status()).isEqualTo(404);
        assertThat(found("name=a")).isEmpty();
    }

    @Test
    void aReplacedFileKeepsItsIdAndAddress() throws IOException {
        Reply stored = upload("a.txt", "old", PRIVATE);
        String file = FILES + "/" + stored.text("/id");

        Reply replaced = form("other.txt", "newer", PUBLIC).send(client, simulator, "PUT", file);
        Reply otherKind = form("other.png", "x", PUBLIC).send(client, simulator, "PUT", file);

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/id")).isEqualTo(stored.text("/id"));
        assertThat(replaced.text("/name")).isEqualTo("a");
        assertThat(replaced.text("/access")).isEqualTo("PUBLIC_INDEXABLE");
        assertThat(load(stored.text("/url")).raw().body()).isEqualTo("newer");
        assertThat(otherKind.status()).isEqualTo(400);
        assertThat(form("a.txt", "x", PUBLIC)
                        .send(client, simulator, "PUT", FILES + "/17")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUpdateMovesAndRenames() throws IOException {
        String file = FILES + "/" + upload("a.txt", "a", PRIVATE).text("/id");
        upload("b.txt", "b", PRIVATE);

        Reply moved = client.patch(
                file, "{\"name\":\"c\",\"parentFolderPath\":\"/new/place\",\"access\":\"PUBLIC_NOT_INDEXABLE\"}");
        Reply taken = client.patch(file, "{\"name\":\"b\",\"parentFolderPath\":\"/docs\"}");
        Reply expires = client.patch(file, "{\"expiresAt\":4102444800000}");
        Reply hidden = client.patch(file, "{\"isUsableInContent\":false}");
        Reply cleared = client.patch(file, "{\"clearExpires\":true}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("/path")).isEqualTo("/new/place/c.txt");
        assertThat(moved.text("/access")).isEqualTo("PUBLIC_NOT_INDEXABLE");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(expires.at("/expiresAt").asLong()).isEqualTo(4102444800000L);
        assertThat(hidden.at("/isUsableInContent").asBoolean(true)).isFalse();
        assertThat(cleared.at("/isUsableInContent").asBoolean(true)).isFalse();
        assertThat(cleared.body().has("expiresAt")).isFalse();
        assertThat(client.patch(file, "{\"access\":\"NOBODY\"}").status()).isEqualTo(400);
    }

    @Test
    void aFileDeletesItselfAfterItsTime() throws IOException {
        simulator.clock().stopAt(Instant.parse("2026-01-01T12:00:00Z"));
        Reply stored = upload("a.txt", "a", "{\"access\":\"PRIVATE\",\"ttl\":\"P2D\"}");

        assertThat(stored.at("/expiresAt").asLong())
                .isEqualTo(Instant.parse("2026-01-03T12:00:00Z").toEpochMilli());
        simulator.clock().advance(Duration.ofDays(2));
        assertThat(client.get(FILES + "/" + stored.text("/id")).status()).isEqualTo(404);
        for (String ttl : new String[] {"PT1H", "P2Y", "soon"}) {
            assertThat(upload("a.txt", "a", "{\"access\":\"PRIVATE\",\"ttl\":\"" + ttl + "\"}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void formsMustBeWhole() throws IOException {
        Reply noAccess = upload("a.txt", "a", "{}");
        Reply wrongAccess = upload("a.txt", "a", "{\"access\":\"NOBODY\"}");
        Reply noOptions = new Multipart()
                .file("file", "a.txt", "a")
                .text("folderPath", "/")
                .post(client, simulator, FILES);
        Reply noFile =
                new Multipart().text("options", PRIVATE).text("folderPath", "/").post(client, simulator, FILES);
        Reply noJson = upload("a.txt", "a", "access=PRIVATE");
        Reply array = upload("a.txt", "a", "[]");
        Reply noForm = client.post(FILES, "{}");
        Reply noBoundary = raw("multipart/form-data", "x");
        Reply cutOff = raw("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n");
        Reply noName = raw("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\n1\r\n--b--\r\n");

        assertThat(noAccess.text("/message")).contains("[access]");
        assertThat(wrongAccess.text("/message")).contains("NOBODY");
        assertThat(noOptions.text("/message")).contains("options");
        assertThat(noFile.text("/message")).contains("named file");
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(array.status()).isEqualTo(400);
        assertThat(noForm.status()).isEqualTo(415);
        assertThat(noBoundary.text("/message")).contains("boundary");
        assertThat(cutOff.status()).isEqualTo(400);
        assertThat(noName.text("/message")).contains("name");
    }

    private Reply raw(String contentType, String body) throws IOException {
        return Client.send(client.request(FILES)
                .header("Authorization", "Bearer " + simulator.accessToken())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void filesNeedAScopeAndEndWithAReset() throws IOException {
        String file = FILES + "/" + upload("a.txt", "a", PRIVATE).text("/id");
        simulator.settings().withoutScopes("files");

        Reply refused = client.get(file);
        simulator.reset();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(client.get(file).status()).isEqualTo(404);
        assertThat(client.get(FILES + "/search").at("/results")).isEmpty();
    }
}
