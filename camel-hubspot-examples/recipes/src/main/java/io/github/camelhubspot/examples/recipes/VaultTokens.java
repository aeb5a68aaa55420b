// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.HubSpotTokenProvider;

/** The tokens of accounts out of HashiCorp Vault's key-value store: secret/hubspot/ACCOUNT has a field token. */
public class VaultTokens implements HubSpotTokenProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String vaultToken;

    public VaultTokens(String address, String vaultToken) {
        this.address = URI.create(address);
        this.vaultToken = vaultToken;
    }

    @Override
    public HubSpotToken token(String account) throws IOException, InterruptedException {
        String name = account == null ? "default" : account;
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("An account is named by letters, digits, _ and -");
        }
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/secret/data/hubspot/" + name))
                .header("X-Vault-Token", vaultToken)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The vault answers " + answer.statusCode() + " for the token of " + name);
        }
        return HubSpotToken.of(new ObjectMapper()
                .readTree(answer.body())
                .at("/data/data/token")
                .asText());
    }
}
