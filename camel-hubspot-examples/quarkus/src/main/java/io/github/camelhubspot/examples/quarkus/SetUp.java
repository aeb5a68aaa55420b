// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import org.apache.camel.ProducerTemplate;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Prepares the account before the first order is taken; without what it needs the service does not start. */
@Singleton
class SetUp {

    @Inject
    ProducerTemplate camel;

    void start(@Observes StartupEvent event) {
        camel.requestBody("direct:setUp", null, Object.class);
    }
}
