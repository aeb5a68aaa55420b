// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.HubSpotComponent;
import io.github.camelhubspot.HubSpotConfiguration;
import io.github.camelhubspot.HubSpotToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Whatever Camel shows of an endpoint, a component or a context has no secret in it, wherever the secret was given. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ShownFormsTest {

    private static final String STATIC_URI = "hubspot:objects/contacts?operation=list&accessToken=" + Secrets.ACCESS;
    private static final String RAW_URI =
            "hubspot:objects/companies?operation=list&accessToken=RAW(" + Secrets.ACCESS + ")";
    private static final String OAUTH_URI = "hubspot:objects/deals?operation=list&clientId=c1ient-id&clientSecret="
            + Secrets.CLIENT + "&refreshToken=" + Secrets.REFRESH;
    private static final String PLACEHOLDER_URI =
            "hubspot:objects/tickets?operation=list&accessToken={{hubspot.access-token}}";

    /** These act, or wait; and one shows the application's placeholders, which Camel masks in its text only. */
    private static final Set<String> LEFT_OUT =
            Set.of("gc", "heap-dump", "receive", "send", "jfr", "eval-language", "properties");

    @ParameterizedTest
    @EnumSource
    void noWayToATokenShowsWhereItIsSetOnTheComponent(Secrets way) throws Exception {
        try (Wired wired = new Wired(withPlaceholder(), way.credentials)) {
            assertShowsNothing(wired, "hubspot:objects/contacts?operation=list");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STATIC_URI, RAW_URI, OAUTH_URI, PLACEHOLDER_URI})
    void noSecretOfAUriShows(String uri) throws Exception {
        try (Wired wired = new Wired(withPlaceholder(), configuration -> {})) {
            assertShowsNothing(wired, uri);
        }
    }

    private static CamelContext withPlaceholder() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.setDevConsole(true);
        context.setLoadTypeConverters(true);
        context.getPropertiesComponent().addInitialProperty("hubspot.access-token", Secrets.ACCESS);
        return context;
    }

    /** The route itself shows its URI as it was written, so that it is not where a secret belongs. */
    private static void assertShowsNothing(Wired wired, String uri) throws Exception {
        wired.server.answers((request, out) -> (request.path().startsWith("/oauth/")
                        ? WireServer.json("{\"access_token\":\"" + Secrets.ACCESS + "\",\"expires_in\":1800}")
                        : WireServer.json("{\"results\":[]}"))
                .write(request, out));
        List<Endpoint> to = new ArrayList<>();
        try (LogCapture log = new LogCapture()) {
            wired.context.getManagementStrategy().getManagementAgent().setRegisterAlways(true);
            wired.context.setTracing(true);
            wired.context.setMessageHistory(true);
            wired.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    Endpoint endpoint = endpoint(uri);
                    to.add(endpoint);
                    from("direct:in").routeId("shown").to(endpoint).to("log:shown?showAll=true&multiline=true");
                }
            });
            assertThat(wired.send("direct:in", null).getException()).isNull();
            Secrets.assertNotIn("the log", log.text());
            assertThat(log.text()).contains("hubspot://objects").contains("CamelToEndpoint");
        }
        assertThat(wired.server.requests())
                .anySatisfy(request ->
                        assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + Secrets.ACCESS));
        assertEndpointShowsNothing(to.get(0), wired);
        assertConsolesShowNothing(wired.context);
        assertManagedBeansShowNothing(wired.context);
    }

    private static void assertEndpointShowsNothing(Endpoint endpoint, Wired wired) {
        HubSpotComponent component = wired.context.getComponent("hubspot", HubSpotComponent.class);
        Secrets.assertNotIn("the text of the endpoint", endpoint.toString());
        Secrets.assertNotIn("the URI of the endpoint", endpoint.getEndpointUri());
        Secrets.assertNotIn("the key of the endpoint", endpoint.getEndpointKey());
        Secrets.assertNotIn("the base URI of the endpoint", endpoint.getEndpointBaseUri());
        Secrets.assertNotIn("the component", component.toString());
        Secrets.assertNotIn("the configuration", component.getConfiguration().toString());
        Secrets.assertNotIn(
                "the property of the exchange",
                String.valueOf(wired.send("direct:in", null).getProperty(ExchangePropertyKey.TO_ENDPOINT)));
    }

    private static void assertConsolesShowNothing(CamelContext context) {
        DevConsoleRegistry consoles = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        consoles.loadDevConsoles(true);
        List<String> shown = new ArrayList<>();
        consoles.stream().filter(console -> !LEFT_OUT.contains(console.getId())).forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    Secrets.assertNotIn("the console " + console.getId(), String.valueOf(console.call(type, Map.of())));
                    shown.add(console.getId());
                }
            }
        });
        assertThat(shown).contains("hubspot", "endpoint", "route", "producer", "service", "trace");
    }

    private static void assertManagedBeansShowNothing(CamelContext context) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*"), null);
        StringBuilder shown = new StringBuilder();
        for (ObjectName name : names) {
            shown.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    shown.append(attribute.getName())
                            .append('=')
                            .append(value(server, name, attribute))
                            .append('\n');
                }
            }
        }
        assertThat(shown.toString())
                .contains("type=endpoints,name=\"hubspot://", "type=producers", "EndpointUri=hubspot://objects");
        Secrets.assertNotIn("the managed beans", shown.toString());
    }

    private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            Object value = server.getAttribute(name, attribute.getName());
            return value instanceof Object[] several ? Arrays.deepToString(several) : String.valueOf(value);
        } catch (Exception e) {
            return e.toString();
        }
    }

    @Test
    void endpointsWhoseUrisDifferInTheTokenOnlyAreTwo() throws Exception {
        try (Wired wired = new Wired(configuration -> {})) {
            for (String token : List.of("first-token-of-two", "second-token-of-two", "first-token-of-two")) {
                wired.send("hubspot:objects/contacts?operation=list&accessToken=" + token, null);
            }

            assertThat(wired.server.requests())
                    .extracting(
                            request -> request.headers().get("Authorization").get(0))
                    .containsExactly(
                            "Bearer first-token-of-two", "Bearer second-token-of-two", "Bearer first-token-of-two");
            List<Endpoint> endpoints = wired.context.getEndpoints().stream()
                    .filter(endpoint -> endpoint.getEndpointUri().startsWith("hubspot:"))
                    .toList();
            assertThat(endpoints).hasSize(2).doesNotHaveDuplicates();
        }
    }

    /** Each has something wrong beside its secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                STATIC_URI + "&clientSecret=" + Secrets.CLIENT,
                STATIC_URI + "%20" + Secrets.CLIENT,
                STATIC_URI + "%0D%0AX:%20y",
                STATIC_URI + "&noSuchOption=1",
                STATIC_URI + "&limit=many",
                STATIC_URI + "&priority=high",
                STATIC_URI + "&notFound=empty",
                STATIC_URI + "&apiVersion=v9",
                STATIC_URI + "&responseTimeout=0",
                STATIC_URI + "&outputType=class&outputClass=no.such.Class",
                "hubspot:nothing/contacts?accessToken=" + Secrets.ACCESS,
                "hubspot:objects/contacts/more/parts?accessToken=" + Secrets.ACCESS,
                "hubspot:objects/contacts?operation=fly&accessToken=" + Secrets.ACCESS,
                "hubspot:objects/contacts?operation=list&clientSecret=" + Secrets.CLIENT,
                "hubspot:objects/contacts?operation=list&clientId=1&clientSecret=" + Secrets.CLIENT,
                "hubspot:objects/contacts?operation=list&clientId=1&clientSecret=a b&refreshToken=" + Secrets.REFRESH,
                "hubspot:objects/contacts?operation=list&clientId=1&refreshToken=" + Secrets.REFRESH,
                STATIC_URI + "&baseUrl=http://user:" + Secrets.CLIENT + "@127.0.0.1:1",
                STATIC_URI + "&baseUrl=http://user:" + Secrets.CLIENT + "%20@127.0.0.1:1",
                STATIC_URI + "&baseUrl=https://api.hubapi.com?hapikey=" + Secrets.CLIENT,
                STATIC_URI + "&baseUrl=http://example.com",
            })
    void noRefusalAtStartTellsASecret(String uri) throws Exception {
        try (LogCapture log = new LogCapture();
                Wired wired = new Wired(configuration -> {})) {
            Throwable refusal = catchThrowable(() -> wired.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(uri);
                }
            }));

            assertThat(refusal).isNotNull();
            Secrets.assertNotIn(refusal);
            Secrets.assertNotIn("the log", log.text());
        }
    }

    @Test
    void aConfigurationAndATokenShowNothingByThemselves() {
        HubSpotConfiguration configuration = new HubSpotConfiguration();
        for (Secrets way : Secrets.values()) {
            way.credentials.accept(configuration);
        }

        Secrets.assertNotIn("the configuration", configuration.toString());
        Secrets.assertNotIn("a token", HubSpotToken.of(Secrets.ACCESS).toString());
    }
}
