// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The files that come with the program. */
public final class Samples {

    /** Their names. */
    public static final List<String> NAMES = List.of(
            "companies.csv",
            "companies-archive.csv",
            "contacts.csv",
            "listings.json",
            "listings-archive.json",
            "tickets.csv",
            "tickets-updates.csv");

    private Samples() {}

    /** Delivers copies; each appears at once and whole, since the inbox leaves hidden files alone. */
    public static void deliverTo(Path inbox) throws IOException {
        for (String name : NAMES) {
            Path hidden = inbox.resolve('.' + name);
            try (InputStream sample = Samples.class.getResourceAsStream("/samples/" + name)) {
                Files.copy(sample, hidden, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(hidden, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
