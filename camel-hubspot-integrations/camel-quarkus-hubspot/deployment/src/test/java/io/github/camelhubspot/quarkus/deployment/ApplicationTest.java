// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An application with the extension, built and run on the JVM. */
class ApplicationTest {

    private static final RunningApp RUNNING = new RunningApp("application");

    @RegisterExtension
    static final QuarkusProdModeTest APP =
            App.build("application").setRun(true).setRuntimeProperties(RUNNING.properties());

    @AfterAll
    static void stop() {
        RUNNING.close();
    }

    @Test
    void quarkusNamesTheFeature() {
        assertThat(APP.getStartupConsoleOutput()).containsPattern("Installed features: \\[.*camel-hubspot.*]");
    }

    @Test
    void itWritesAsItsConfigurationAndItsBeanSay() throws IOException {
        RUNNING.assertThatItWrites();
    }
}
