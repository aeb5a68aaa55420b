// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotToken;
import io.github.camelhubspot.HubSpotTokenProvider;

/** What has the starter on its class path, and a few beans. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Application {

    /** A component of another name, for a second account. */
    @Bean
    HubSpotComponent hubspotEurope() {
        HubSpotComponent component = new HubSpotComponent();
        component.getConfiguration().setMaxRetries(7);
        return component;
    }

    @Bean
    HubSpotTokenProvider vault() {
        return account -> HubSpotToken.of("from-the-vault");
    }
}
