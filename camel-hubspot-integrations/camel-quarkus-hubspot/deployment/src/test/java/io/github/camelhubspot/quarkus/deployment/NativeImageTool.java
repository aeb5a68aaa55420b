// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** GraalVM's program that builds native images; looked for where Quarkus looks. */
final class NativeImageTool {

    private NativeImageTool() {}

    static boolean isThere() {
        Stream<String> homes = Stream.of("GRAALVM_HOME", "JAVA_HOME")
                .map(System::getenv)
                .filter(home -> home != null)
                .map(home -> home + File.separator + "bin");
        Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(homes, path).anyMatch(folder -> Files.isExecutable(Path.of(folder, "native-image")));
    }
}
