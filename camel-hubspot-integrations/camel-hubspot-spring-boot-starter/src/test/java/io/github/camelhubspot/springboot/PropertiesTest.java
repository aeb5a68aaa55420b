// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotConfiguration;
import io.github.camelhubspot.HubSpotTokenProvider;
import io.github.camelhubspot.batch.OnConflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How properties become options of the component, in applications that are started for it. */
@ExtendWith(OutputCaptureExtension.class)
class PropertiesTest {

    @Test
    void namesMayBeWrittenInEachOfSpringsForms() {
        try (ConfigurableApplicationContext application = start(
                Map.of("CAMEL_COMPONENT_HUBSPOT_ACCESSTOKEN", "token", "CAMEL_COMPONENT_HUBSPOT_ID_PROPERTY", "email"),
                "camel.component.hubspot.on-conflict=skip",
                "camel.component.hubspot.maxRetryDelay=90s",
                "camel.component.hubspot.to_object_type=companies",
                "camel.component.hubspot.useGlobalSslContextParameters=true")) {
            HubSpotConfiguration configuration = component(application).getConfiguration();
            assertThat(configuration.getAccessToken()).isEqualTo("token");
            assertThat(configuration.getIdProperty()).isEqualTo("email");
            assertThat(configuration.getOnConflict()).isEqualTo(OnConflict.SKIP);
            assertThat(configuration.getMaxRetryDelay()).isEqualTo(Duration.ofSeconds(90));
            assertThat(configuration.getToObjectType()).isEqualTo("companies");
            assertThat(component(application).isUseGlobalSslContextParameters()).isTrue();
        }
    }

    @Test
    void ofSeveralSourcesTheFirstInSpringsOrderCounts() {
        try (ConfigurableApplicationContext application = start(
                Map.of("CAMEL_COMPONENT_HUBSPOT_MAXRETRIES", "2", "CAMEL_COMPONENT_HUBSPOT_LIMIT", "50"),
                "camel.component.hubspot.max-retries=1")) {
            assertThat(component(application).getConfiguration().getMaxRetries())
                    .isEqualTo(1);
            assertThat(component(application).getConfiguration().getLimit()).isEqualTo(50);
        }
    }

    @Test
    void valuesMayNameBeansAndOtherProperties() {
        try (ConfigurableApplicationContext application = start(
                Map.of(),
                "team=europe",
                "camel.component.hubspot.token-provider=#bean:vault",
                "camel.component.hubspot.account=${team}-${unset:1}",
                "camel.component.hubspot.query={{team}}")) {
            HubSpotConfiguration configuration = component(application).getConfiguration();
            assertThat(configuration.getTokenProvider())
                    .isSameAs(application.getBean("vault", HubSpotTokenProvider.class));
            assertThat(configuration.getAccount()).isEqualTo("europe-1");
            assertThat(configuration.getQuery()).isEqualTo("europe");
        }
    }

    @Test
    void anotherConfigurationIsSetBeforeItsOptions() {
        try (ConfigurableApplicationContext application = start(
                Map.of(),
                "camel.component.hubspot.api-version=2026-03",
                "camel.component.hubspot.configuration=#class:" + HubSpotConfiguration.class.getName())) {
            assertThat(component(application).getConfiguration().getApiVersion())
                    .isEqualTo("2026-03");
        }
    }

    @Test
    void aComponentOfAnotherNameHasPropertiesOfItsOwn() {
        try (ConfigurableApplicationContext application = start(
                Map.of(),
                "camel.component.hubspot.access-token=one",
                "camel.component.hubspot.max-retries=1",
                "camel.component.hubspot-europe.access-token=two")) {
            HubSpotConfiguration europe = context(application)
                    .getComponent("hubspotEurope", HubSpotComponent.class)
                    .getConfiguration();
            assertThat(europe.getAccessToken()).isEqualTo("two");
            assertThat(europe.getMaxRetries()).isEqualTo(7);
            assertThat(component(application).getConfiguration().getAccessToken())
                    .isEqualTo("one");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.hubspot.enabled=false",
                "camel.component.enabled=false",
                "camel.component.hubspot.customizer.enabled=false"
            })
    void propertiesCanBeSwitchedOff(String off) {
        try (ConfigurableApplicationContext application =
                start(Map.of(), off, "camel.component.hubspot.max-retries=1")) {
            assertThat(component(application).getConfiguration().getMaxRetries())
                    .isEqualTo(new HubSpotConfiguration().getMaxRetries());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.hubspot.acces-token",
                "camel.component.hubspot.access.token",
                "camel.component.hubspot.configuration.access-token",
                "camel.component.hubspot.properties[0]"
            })
    void anUnknownPropertyEndsTheStart(String name, CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(), name + "=pat-secret"))
                .rootCause()
                .isInstanceOf(HubSpotPropertyException.class)
                .hasMessageContaining("The component hubspot has no such option: " + name + " (");
        assertThat(output)
                .contains("APPLICATION FAILED TO START", name, "Correct the property")
                .doesNotContain("pat-secret");
    }

    @Test
    void anUnknownVariableOfTheEnvironmentEndsTheStart() {
        assertThatThrownBy(() -> start(Map.of("CAMEL_COMPONENT_HUBSPOT_ACCESTOKEN", "pat-secret")))
                .rootCause()
                .hasMessageContaining("CAMEL_COMPONENT_HUBSPOT_ACCESTOKEN")
                .hasMessageNotContaining("pat-secret");
    }

    @Test
    void aVariableForAComponentOfAnotherNameIsToldHowToNameIt() {
        assertThatThrownBy(() -> start(Map.of("CAMEL_COMPONENT_HUBSPOT_EUROPE_ACCESS_TOKEN", "pat-secret")))
                .rootCause()
                .hasMessageContaining("CAMEL_COMPONENT_HUBSPOT_EUROPE_ACCESS_TOKEN")
                .hasMessageContaining("for a component hubspotEurope write CAMEL_COMPONENT_HUBSPOTEUROPE_ACCESS_TOKEN")
                .hasMessageNotContaining("pat-secret");
    }

    @Test
    void aVariableIsForTheComponentWhoseNameItHasAsOneWord() {
        try (ConfigurableApplicationContext application =
                start(Map.of("CAMEL_COMPONENT_HUBSPOTEUROPE_ACCESS_TOKEN", "two"))) {
            assertThat(context(application)
                            .getComponent("hubspotEurope", HubSpotComponent.class)
                            .getConfiguration()
                            .getAccessToken())
                    .isEqualTo("two");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-retries=many",
                "on-conflict=overwrite",
                "skip-blanks=perhaps",
                "connect-timeout=soon",
                "token-provider=#bean:safe"
            })
    void aValueThatTheOptionDoesNotTakeEndsTheStart(String property, CapturedOutput output) {
        String name = property.substring(0, property.indexOf('='));
        String value = property.substring(name.length() + 1);

        assertThatThrownBy(() -> startWithRoute("camel.component.hubspot." + property));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("camel.component.hubspot." + name + " (")
                .contains("cannot be set to '" + value + "', which is no ");
    }

    @Test
    void theValueOfASecretIsNotTold(CapturedOutput output) {
        assertThatThrownBy(() -> startWithRoute("camel.component.hubspot.access-token={{pat-secret}}"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("camel.component.hubspot.access-token (")
                .contains("cannot be set; its value is not shown")
                .doesNotContain("pat-secret");
    }

    private static ConfigurableApplicationContext start(Map<String, Object> variables, String... properties) {
        return start(new SpringApplicationBuilder(Application.class), variables, properties);
    }

    private static void startWithRoute(String property) {
        start(new SpringApplicationBuilder(Application.class, Companies.class), Map.of(), property);
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder application, Map<String, Object> variables, String... properties) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return application
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run(Stream.of(properties).map(property -> "--" + property).toArray(String[]::new));
    }

    private static CamelContext context(ConfigurableApplicationContext application) {
        return application.getBean(CamelContext.class);
    }

    private static HubSpotComponent component(ConfigurableApplicationContext application) {
        return context(application).getComponent("hubspot", HubSpotComponent.class);
    }
}
