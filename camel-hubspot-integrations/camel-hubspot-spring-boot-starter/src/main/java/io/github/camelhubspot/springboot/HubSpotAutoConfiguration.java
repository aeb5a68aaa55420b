// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Applies {@code camel.component.hubspot.*}, and {@code camel.component.NAME.*} to a component that is a bean of another
 * name.
 *
 * <p>A property that is no option of the component, or has a value that the option does not take, ends the start.
 * {@code camel.component.hubspot.enabled=false} switches all of it off.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.hubspot"})
public class HubSpotAutoConfiguration {

    @Bean
    ComponentCustomizer hubSpotComponentCustomizer(Environment environment) {
        return new HubSpotComponentCustomizer(environment);
    }
}
