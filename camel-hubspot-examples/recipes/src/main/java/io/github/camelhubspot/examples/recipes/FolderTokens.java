// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.HubSpotTokenProvider;

/** The tokens of accounts, each in a file that is named after its account. */
public class FolderTokens implements HubSpotTokenProvider {

    private final Path folder;

    /** Tokens of that folder. */
    public FolderTokens(String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public HubSpotToken token(String account) throws IOException {
        String name = account == null ? "default" : account;
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("An account is named by letters, digits, _ and -");
        }
        return HubSpotToken.of(Files.readString(folder.resolve(name)).strip());
    }
}
