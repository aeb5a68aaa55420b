// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** The same application as a native image, where the machine can build one. */
@EnabledIf(
        value = "io.github.camelhubspot.quarkus.deployment.NativeImageTool#isThere",
        disabledReason = "there is no native-image here; NativeConfigurationTest checks what it would be given")
class NativeApplicationTest {

    private static final RunningApp RUNNING = new RunningApp("native-application");

    @RegisterExtension
    static final QuarkusProdModeTest APP = App.build("native-application")
            .setBuildNative(true)
            .setRun(true)
            .setRuntimeProperties(RUNNING.properties());

    @AfterAll
    static void stop() {
        RUNNING.close();
    }

    @Test
    void itWritesAsItsConfigurationAndItsBeanSay() throws IOException {
        RUNNING.assertThatItWrites();
    }
}
