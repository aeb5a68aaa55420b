// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration as it is started; it ends the JVM where an answer is another than it should be. */
@ExtendWith(OutputCaptureExtension.class)
@DisabledIfEnvironmentVariable(named = "HUBSPOT_ACCESS_TOKEN", matches = ".+", disabledReason = "a real account")
class DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml"})
    void signsUpShowsWhatBecameOfItAndEnds(String form, CapturedOutput output) throws Exception {
        Demo.main(new String[] {"target/demo", form});

        assertThat(output)
                .contains("The route in " + form)
                .containsSubsequence("\"new\":true", "\"new\":true", "\"new\":false", "400 ", "400 ")
                .contains("ada@example.com: {", "lastname=Lovelace", "lastname=Hopper", "eve@example.com: none")
                .contains("UP, producer:hubspot UP")
                .containsPattern("validation: 1\\s");
    }
}
