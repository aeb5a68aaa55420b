// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import static org.assertj.core.api.Assertions.assertThat;

/** The same service with its route in Java. */
@QuarkusTest
@TestProfile(OrdersByJavaTest.JavaRoutes.class)
class OrdersByJavaTest extends OrdersTest {

    @Inject
    CamelContext context;

    @Test
    void theRouteIsThatInJava() {
        assertThat(((ModelCamelContext) context).getRouteDefinition("order").getResource())
                .isNull();
    }

    /** Chooses the routes. */
    public static final class JavaRoutes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("orders.routes", "java");
        }
    }
}
