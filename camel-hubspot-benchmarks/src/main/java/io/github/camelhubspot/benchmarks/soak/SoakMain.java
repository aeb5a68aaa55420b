// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelhubspot.benchmarks.process.Arguments;

/**
 * The long form of the soak, as a program.
 *
 * <p>Arguments: {@code records=200000}, {@code seed=1}, {@code share=20} (percent of the calls that a fault hits),
 * {@code kills=3}, {@code consumers=20}, {@code rows=400} (read at once), {@code minutes=20} (how long it may take),
 * {@code folder=target/soak}.
 */
public final class SoakMain {

    private SoakMain() {}

    /** Runs it; ends with status 1 where anything is wrong. */
    public static void main(String[] args) throws Exception {
        Arguments arguments =
                Arguments.parse(args, "records", "seed", "share", "kills", "consumers", "rows", "minutes", "folder");
        SoakResult result = Soak.run(new SoakSettings(
                arguments.number("records", 200_000),
                arguments.number("seed", 1),
                arguments.number("share", 20) / 100.0,
                (int) arguments.number("kills", 3),
                (int) arguments.number("consumers", 20),
                (int) arguments.number("rows", 400),
                Duration.ofMinutes(arguments.number("minutes", 20)),
                false,
                Path.of(arguments.text("folder", "target/soak"), Long.toString(System.currentTimeMillis()))));
        System.out.println(result.toMarkdown());
        result.violations().forEach(System.out::println);
        System.out.println(result.violations().isEmpty() ? "Nothing is wrong." : "The soak failed.");
        // Threads of the broker may linger.
        System.exit(result.violations().isEmpty() ? 0 : 1);
    }
}
