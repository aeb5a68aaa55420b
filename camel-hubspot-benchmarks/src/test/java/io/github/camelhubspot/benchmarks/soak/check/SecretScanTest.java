// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The scan finds a secret wherever it stands in a file, and shows its surroundings. */
class SecretScanTest {

    private static final String SECRET = "pat-secret";

    @TempDir
    private Path folder;

    @Test
    void findsASecretInEveryFile() throws IOException {
        Files.writeString(folder.resolve("a.log"), "one\ntwo Bearer pat-secret three\nfour pat-secret");
        Files.writeString(Files.createDirectories(folder.resolve("deeper")).resolve("b.txt"), "pat-secret");
        Files.writeString(folder.resolve("c.log"), "nothing");

        assertThat(SecretScan.find(folder, SECRET))
                .containsExactly("a.log: two Bearer pat-secret three", "a.log: four pat-secret", "b.txt: pat-secret");
    }

    @Test
    void findsASecretAfterBytesThatAreNoText() throws IOException {
        byte[] text = "x pat-secret".getBytes(StandardCharsets.UTF_8);
        text[0] = (byte) 0xC3;
        Files.write(folder.resolve("killed.log"), text);

        assertThat(SecretScan.find(folder, SECRET)).hasSize(1);
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        Files.writeString(folder.resolve("a.log"), "pat-secre\nt");

        assertThat(SecretScan.find(folder, SECRET)).isEmpty();
    }
}
