// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** JMX shows the figures of the component, and no secret. */
class ManagedAttributesTest extends SimulatorTestSupport {

    private static final String TOKEN = "pat-eu1-verysecret";
    private static final String LIST = "hubspot:objects/companies?operation=list&pagination=page";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Override
    public void configureTest(TestExecutionConfiguration testExecutionConfiguration) {
        super.configureTest(testExecutionConfiguration);
        testExecutionConfiguration.withEnableJMX();
    }

    @Test
    void beforeTheFirstCallNothingIsKnown() throws Exception {
        assertThat(attribute("Calls")).isEqualTo(0L);
        assertThat(attribute("Accounts")).isEqualTo(0);
        assertThat(attribute("RequestsPerTenSeconds")).isNull();
        assertThat(attribute("CallsLeftToday")).isNull();
        assertThat(attribute("LastSuccess")).isNull();
        assertThat(attribute("LastFailure")).isNull();
    }

    @Test
    void theFiguresOfTheCallsShow() throws Exception {
        simulator().settings().tenSecondlyLimit(190).dailyLimit(1000);
        simulator().faults().next().answer(503);
        context.getRegistry().bind("vault", (HubSpotTokenProvider) account -> HubSpotToken.of(TOKEN));
        simulator().settings().acceptedTokens().add(TOKEN);
        send(LIST, null);
        send(LIST + "&tokenProvider=#vault", null);
        send("hubspot:objects/companies?operation=create", Map.of("misspelt", "Acme"));

        assertThat(attribute("Calls")).isEqualTo(3L);
        assertThat(attribute("FailedCalls")).isEqualTo(1L);
        assertThat(attribute("Retries")).isEqualTo(1L);
        assertThat(attribute("TokensFetched")).isEqualTo(1L);
        assertThat(attribute("Accounts")).isEqualTo(2);
        assertThat(attribute("RequestsPerTenSeconds")).isEqualTo(190);
        assertThat(attribute("CallsLeftToday")).isIn(997L, 998L);
        assertThat(attribute("LastSuccess")).isInstanceOf(Date.class);
        assertThat(attribute("LastFailure")).asString().startsWith("VALIDATION (objects?operation=create) at 20");
    }

    @Test
    void callsInFlightAndWaitingAndBatchesShow() throws Exception {
        simulator().faults().next().delay(Duration.ofSeconds(3));
        String batch = "hubspot:objects/companies?operation=batchCreate&maxConcurrentCalls=1";
        CompletableFuture<Exchange> first = startBatch(batch);
        CompletableFuture<Exchange> second = startBatch(batch);

        await().untilAsserted(() -> {
            assertThat(attribute("CallsInFlight")).isEqualTo(1);
            assertThat(attribute("CallsWaiting")).isEqualTo(1);
            assertThat(attribute("RunningBatches")).isEqualTo(2);
        });
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);

        assertThat(attribute("RunningBatches")).isEqualTo(0);
        await().until(() -> attribute("CallsInFlight").equals(0));
    }

    @Test
    void everyAttributeStandsInTheReadme() throws Exception {
        String readme = PrintedUris.readme();

        assertThat(HubSpotComponent.class.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .hasSize(12)
                .extracting(method -> method.getName().substring("get".length()))
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void noAttributeOfAnyBeanShowsTheToken() throws Exception {
        send(LIST + "&accessToken=" + TOKEN, null);

        for (ObjectName bean : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            String[] names = Arrays.stream(server.getMBeanInfo(bean).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            AttributeList attributes = server.getAttributes(bean, names);
            assertThat(bean.toString()).doesNotContain(TOKEN);
            assertThat(attributes.asList())
                    .extracting(Attribute::getValue)
                    .allSatisfy(value -> assertThat(String.valueOf(value)).doesNotContain(TOKEN));
        }
    }

    private CompletableFuture<Exchange> startBatch(String uri) {
        return template.asyncSend(uri, exchange -> exchange.getMessage().setBody(List.of(Map.of("name", "Acme"))));
    }

    private Object attribute(String name) throws Exception {
        ObjectName component = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName()
                                + ",type=components,name=\"hubspot\""),
                        null)
                .iterator()
                .next();
        return server.getAttribute(component, name);
    }
}
