// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/** The same of the route in YAML. */
@ActiveProfiles("yaml")
class YamlSignUpRouteTest extends SignUpRouteTest {

    @Test
    @Override
    void theRouteIsTheOneOfTheProfile() {
        assertThat(camel.getRoutesSize()).isEqualTo(1);
        assertThat(camel.getRoute("sign-ups").getSourceLocation()).contains("camel/sign-ups.yaml");
    }
}
