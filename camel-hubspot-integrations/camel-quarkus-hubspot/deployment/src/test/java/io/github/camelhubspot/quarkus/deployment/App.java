// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.util.List;

import org.apache.camel.builder.RouteBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.HubSpotTokenProvider;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** An application as a user would write it, with nothing in it for the sake of the extension. */
final class App {

    private App() {}

    static QuarkusProdModeTest build(String name) {
        return new QuarkusProdModeTest()
                .withApplicationRoot(jar -> jar.addClasses(Routes.class, Vault.class))
                .setApplicationName(name)
                .setApplicationVersion("1")
                // What builds it is on the class path, for DevModeTest, so that the application must have it too.
                .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-vertx-http", Version.getVersion())))
                .overrideConfigKey("quarkus.http.port", "0")
                .overrideConfigKey("camel.component.hubspot.token-provider", "#bean:vault")
                .overrideConfigKey("camel.component.hubspot.api-version", "2026-03");
    }

    /** Creates a company from each file. */
    public static class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("file:{{inbox}}")
                    .to("hubspot:objects/companies?operation=create")
                    .log("Created ${header.CamelHubSpotResultId}");
        }
    }

    /** Holds the tokens; nothing but the configuration names it. */
    @ApplicationScoped
    @Named("vault")
    public static class Vault implements HubSpotTokenProvider {

        @ConfigProperty(name = "vault.token")
        String token;

        @Override
        public HubSpotToken token(String account) {
            return HubSpotToken.of(token);
        }
    }
}
