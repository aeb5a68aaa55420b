// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The same service with its route in Java. */
@QuarkusTest
@TestProfile(OrdersByJavaTest.JavaRoutes.class)
class OrdersByJavaTest extends OrdersTest {

    @Override
    String route() {
        return "orderByJava";
    }

    /** Chooses the routes. */
    public static final class JavaRoutes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("orders.routes", "java");
        }
    }
}
