// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotComponentConfigurer;
import io.github.camelhubspot.HubSpotConstants;

/** Sets the options of HubSpot components by Camel's property binding, which knows references and placeholders. */
final class HubSpotComponentCustomizer implements ComponentCustomizer {

    private final Environment environment;
    private final ComponentOptions options = ComponentOptions.ofCatalog();
    private final HubSpotComponentConfigurer configurer = new HubSpotComponentConfigurer();

    HubSpotComponentCustomizer(Environment environment) {
        this.environment = environment;
        // At the start, also where no route has used the component yet.
        properties(HubSpotConstants.SCHEME).checkNames();
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof HubSpotComponent && properties(name).areApplied();
    }

    @Override
    public void configure(String name, Component target) {
        ComponentProperties properties = properties(name);
        properties.checkNames();
        properties.forEach((option, property) -> set(target, option, property));
    }

    private ComponentProperties properties(String component) {
        return new ComponentProperties(environment, component, options);
    }

    /** By the exact name, since Camel ignores case by the rules of the machine's language. */
    private void set(Component target, String option, ComponentProperties.Property property) {
        try {
            PropertyBindingSupport.build()
                    .withCamelContext(target.getCamelContext())
                    .withTarget(target)
                    .withConfigurer(configurer)
                    .withIgnoreCase(false)
                    .withMandatory(true)
                    .withProperty(option, property.value())
                    .bind();
        } catch (RuntimeException e) {
            throw failure(option, property, e);
        }
    }

    /** Camel's messages hold the value, which is not to be told where it is a secret. */
    private HubSpotPropertyException failure(String option, ComponentProperties.Property property, RuntimeException e) {
        if (options.isSecret(option)) {
            return new HubSpotPropertyException(
                    property.description() + " cannot be set; its value is not shown", null);
        }
        String type = configurer.getOptionType(option, false).getSimpleName();
        String reason = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
        return new HubSpotPropertyException(
                property.description() + " cannot be set to '" + property.value() + "', which is no " + type + " ("
                        + reason + ')',
                e);
    }
}
