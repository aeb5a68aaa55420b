// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Which messages share a call, and when it is sent. */
class MicroBatchTest extends TogetherTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=create&microBatch=true";
    private static final String UPDATE = "hubspot:objects/companies?operation=update&microBatch=true";
    private static final String UPSERT =
            "hubspot:objects/companies?operation=upsert&idProperty=external_id&microBatch=true";
    /** Longer than any test: only what is full goes. */
    private static final String NEVER_BY_TIME = "&microBatchDelay=1h";

    private final MovableTiming timing = new MovableTiming();

    @Override
    void configure(HubSpotComponent component) {
        component.setTiming(timing);
    }

    @BeforeEach
    void define() {
        defineExternalId();
    }

    private static List<Message> companies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Message.of(Map.of("name", "Company " + i, "external_id", "C-" + i)))
                .toList();
    }

    @Test
    void aThousandMessagesAreTenCalls() throws Exception {
        List<Exchange> exchanges = together(CREATE + NEVER_BY_TIME, companies(1000));

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(exchanges.stream().map(exchange -> exchange.getMessage().getHeader(HubSpotConstants.RESULT_ID)))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(calls()).hasSize(10);
        assertThat(simulator().crm().records("companies")).hasSize(1000);
    }

    @Test
    void whatFillsNoCallIsSentWhenTheFirstHasWaitedLongEnough() throws Exception {
        List<CompletableFuture<Exchange>> first = begin(CREATE, companies(1));
        timing.advance(Duration.ofMillis(99));
        List<CompletableFuture<Exchange>> second = begin(CREATE, List.of(Message.of(Map.of("name", "Later"))));
        assertThat(calls()).isEmpty();

        timing.advance(Duration.ofMillis(1));

        assertThat(ended(first).get(0).getException()).isNull();
        assertThat(ended(second).get(0).getException()).isNull();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theSizeMayBeSmaller() throws Exception {
        together(CREATE + NEVER_BY_TIME + "&microBatchSize=4", companies(12));

        assertThat(calls()).hasSize(3);
        assertThat(calls()).allMatch(call -> inputs(call) == 4);
    }

    @Test
    void endpointsShareACallWhereTheyAskForTheSame() throws Exception {
        List<CompletableFuture<Exchange>> all = new ArrayList<>(begin(CREATE + "&outputType=json", companies(1)));
        all.addAll(begin(CREATE, List.of(Message.of(Map.of("name", "Other")))));
        all.addAll(begin(CREATE.replace("companies", "company"), List.of(Message.of(Map.of("name", "Third")))));

        timing.advance(Duration.ofSeconds(1));

        assertThat(ended(all)).allMatch(exchange -> exchange.getException() == null);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatDiffersInAnythingThatACallHasOnceDoesNotShareIt() throws Exception {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (String uri : List.of(
                CREATE,
                CREATE + "&idProperty=external_id",
                CREATE + "&onConflict=skip",
                CREATE + "&priority=bulk",
                CREATE + "&apiVersion=2026-03",
                CREATE + "&maxRetries=1",
                CREATE.replace("companies", "deals"),
                CREATE.replace("create", "upsert") + "&idProperty=domain")) {
            all.addAll(begin(uri, List.of(Message.of(Map.of("domain", "a.example")))));
        }
        timing.advance(Duration.ofSeconds(1));
        ended(all);

        assertThat(calls()).hasSize(all.size()).allMatch(call -> inputs(call) == 1);
    }

    @Test
    void accountsDoNotShareACall() throws Exception {
        context.getRegistry().bind("tokens", (HubSpotTokenProvider)
                account -> HubSpotToken.of(simulator().accessToken()));
        String uri = CREATE + "&tokenProvider=#tokens";
        List<Message> messages = List.of(
                new Message(Map.of("name", "One"), Map.of(HubSpotConstants.ACCOUNT, "north")),
                new Message(Map.of("name", "Two"), Map.of(HubSpotConstants.ACCOUNT, "south")),
                new Message(Map.of("name", "Three"), Map.of(HubSpotConstants.ACCOUNT, "north")));
        List<CompletableFuture<Exchange>> all = begin(uri, messages);

        timing.advance(Duration.ofSeconds(1));

        assertThat(ended(all)).allMatch(exchange -> exchange.getException() == null);
        assertThat(calls().stream().map(MicroBatchTest::inputs)).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void recordsWithTheSameKeyKeepTheirOrder() throws Exception {
        List<Message> messages = IntStream.range(0, 20)
                .mapToObj(i -> Message.of(Map.of("external_id", "C-1", "name", "Version " + i)))
                .toList();

        List<Exchange> exchanges = together(UPSERT + NEVER_BY_TIME + "&microBatchSize=20", messages);

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(simulator()
                        .crm()
                        .find("companies", "external_id", "C-1")
                        .orElseThrow()
                        .property("name"))
                .isEqualTo("Version 19");
        assertThat(isNew(exchanges.get(0))).isEqualTo(true);
        assertThat(isNew(exchanges.get(19))).isEqualTo(false);
    }

    @Test
    void whatManyAskForIsReadOnceAndGivenToEach() throws Exception {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        List<Message> messages = new ArrayList<>(Collections.nCopies(10, Message.of(id)));
        messages.add(Message.of("4711"));
        messages.add(Message.of("4711"));

        List<Exchange> exchanges = together(
                "hubspot:objects/companies?operation=get&microBatch=true&microBatchSize=12&outputType=json", messages);

        List<Exchange> found = exchanges.subList(0, 10);
        assertThat(found).allSatisfy(exchange -> assertThat(exchange.getMessage()
                        .getBody(JsonNode.class)
                        .at("/properties/name")
                        .asText())
                .isEqualTo("Acme"));
        Set<Object> bodies = Collections.newSetFromMap(new IdentityHashMap<>());
        found.forEach(exchange -> bodies.add(exchange.getMessage().getBody()));
        assertThat(bodies).hasSize(10);
        assertThat(exchanges.subList(10, 12)).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(HubSpotNotFoundException.class));
        assertThat(calls()).filteredOn(call -> call.method().equals("POST")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 404})
    void noMessageSuffersForTheCompanyItWasSentIn(int status) throws Exception {
        simulator().faults().next().matching("POST", "*/batch/create").answer(status);

        List<Exchange> exchanges = together(CREATE + NEVER_BY_TIME, companies(100));

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(calls()).hasSizeLessThan(10);
    }

    @Test
    void noMessageSuffersForARefusalOfAnyCategory() throws Exception {
        String error = "{\"status\": \"error\", \"category\": \"INVALID_PARAMETER\", \"message\": \"one of them\"}";
        simulator().faults().next().matching("POST", "*/batch/create").answer(400, error);

        List<Exchange> exchanges = together(CREATE + NEVER_BY_TIME, companies(100));

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
    }

    @Test
    void noMessageIsToldTheFaultsOfAnother() throws Exception {
        String fault =
                "{\"message\": \"%1$s?\", \"code\": \"PROPERTY_DOESNT_EXIST\", \"context\": {\"propertyName\": [\"%1$s\"]}}";
        String error =
                "{\"status\": \"error\", \"category\": \"VALIDATION_ERROR\", \"message\": \"one? two?\", \"errors\": ["
                        + fault.formatted("one") + ", " + fault.formatted("two") + "]}";
        simulator().faults().next().matching("POST", "*/batch/create").answer(400, error);

        List<Exchange> exchanges = together(
                CREATE + "&microBatchSize=3",
                List.of(
                        Message.of(Map.of("one", "1")),
                        Message.of(Map.of("two", "2")),
                        Message.of(Map.of("name", "Three"))));

        assertThat(refused(exchanges.get(0)).propertyNames()).containsExactly("one");
        assertThat(refused(exchanges.get(0)).message()).isEqualTo("one?");
        assertThat(refused(exchanges.get(1)).propertyNames()).containsExactly("two");
        assertThat(exchanges.get(2).getException()).isNull();
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aConflictOfSeveralMessagesNamesNoRecord() throws Exception {
        List<Message> messages = List.of(
                Message.of(Map.of("properties", Map.of("name", "One"), "objectWriteTraceId", "a")),
                Message.of(Map.of("properties", Map.of("name", "Two"), "objectWriteTraceId", "b")));
        String error = "{\"category\": \"CONFLICT\", \"message\": \"Company already exists. Existing ID: 5\","
                + " \"context\": {\"objectWriteTraceId\": [\"a\", \"b\"]}}";
        simulator()
                .faults()
                .next()
                .matching("POST", "*/batch/create")
                .answer(207, "{\"results\": [], \"numErrors\": 1, \"errors\": [" + error + "]}");

        List<Exchange> exchanges = together(CREATE + "&onConflict=skip&microBatchSize=2", messages);

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.getMessage().getHeaders())
                        .containsEntry(HubSpotConstants.OUTCOME, OutcomeStatus.SKIPPED)
                        .doesNotContainKey(HubSpotConstants.RESULT_ID));
    }

    private static HubSpotError refused(Exchange exchange) {
        return exchange.getException(HubSpotValidationException.class).getError();
    }

    @Test
    void aScopeThatOneMessageNeedsIsNoOtherOnes() throws Exception {
        String error = "{\"status\": \"error\", \"category\": \"MISSING_SCOPES\", \"message\": \"for one of them\"}";
        simulator().faults().next().matching("POST", "*/batch/create").answer(403, error);

        List<Exchange> exchanges = together(CREATE + NEVER_BY_TIME, companies(100));

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(simulator().crm().records("companies")).hasSize(100);
    }

    @Test
    void whatAnAnswerDoesNotMentionIsReadAlone() throws Exception {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        simulator().faults().next().matching("POST", "*/batch/read").answer(200, "{\"results\": []}");

        List<Exchange> exchanges = together(
                "hubspot:objects/companies?operation=get&microBatch=true&microBatchSize=1", List.of(Message.of(id)));

        assertThat(exchanges.get(0).getException()).isNull();
        assertThat(lastCall().method()).isEqualTo("GET");
    }

    @Test
    void anAnswerMayBeTooLargeForManyAndNotForOne() throws Exception {
        List<Message> ids = IntStream.range(0, 20)
                .mapToObj(i -> simulator().crm().create("companies", Map.of("description", "x".repeat(1000))))
                .map(company -> Message.of(company.id()))
                .toList();

        List<Exchange> exchanges = together(
                "hubspot:objects/companies?operation=get&properties=description&maxResponseSize=5000&microBatch=true"
                        + "&microBatchSize=20" + NEVER_BY_TIME,
                ids);

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
    }

    @Test
    void anAnswerThatIsTooLargeForOneIsNoFaultOfTheOthers() throws Exception {
        List<Message> ids = IntStream.range(0, 20)
                .mapToObj(i -> "x".repeat(i == 3 ? 10_000 : 100))
                .map(text -> simulator().crm().create("companies", Map.of("description", text)))
                .map(company -> Message.of(company.id()))
                .toList();

        List<Exchange> exchanges = together(
                "hubspot:objects/companies?operation=get&properties=description&maxResponseSize=5000&microBatch=true"
                        + "&microBatchSize=20" + NEVER_BY_TIME,
                ids);

        assertThat(exchanges).filteredOn(Exchange::isFailed).containsExactly(exchanges.get(3));
    }

    @Test
    void anOutageFailsNoneButThoseThatMetIt() throws Exception {
        List<Message> versions = versionsOfOneCompany(4);
        simulator().faults().next(2).matching("POST", "*/batch/update").answer(503);

        List<Exchange> exchanges = endedInTime(begin(UPDATE + "&maxRetries=1", versions));

        assertThat(exchanges).filteredOn(Exchange::isFailed).containsExactly(exchanges.get(0));
    }

    @Test
    void everyMessageIsToldWhenToTryAgain() throws Exception {
        List<Message> versions = versionsOfOneCompany(4);
        simulator().faults().always().matching("POST", "*/batch/update").rateLimited("SECONDLY", Duration.ofHours(1));

        List<Exchange> exchanges = endedInTime(begin(UPDATE, versions));

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(HubSpotRateLimitException.class)
                .hasMessageContaining("try again in 3600 seconds"));
    }

    /** Each waits for the one before. */
    private List<Message> versionsOfOneCompany(int count) {
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        return IntStream.range(0, count)
                .mapToObj(i -> new Message(Map.of("name", "Version " + i), Map.of(HubSpotConstants.OBJECT_ID, id)))
                .toList();
    }

    @Test
    void aTokenThatIsNotAcceptedIsNotTriedForOthers() throws Exception {
        simulator().faults().next().matching("POST", "*/batch/read").answer(400);
        simulator().faults().always().answer(401);

        List<Exchange> exchanges =
                together(UPDATE + "&idProperty=external_id&microBatchSize=10" + NEVER_BY_TIME, companies(10));

        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.getException())
                .isInstanceOf(HubSpotAuthenticationException.class));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aKeyThatCannotBeLookedUpKeepsNoOtherFromIt() throws Exception {
        for (int i = 0; i < 10; i++) {
            simulator().crm().create("companies", Map.of("external_id", "C-" + i));
        }
        simulator().faults().next().matching("POST", "*/batch/read").answer(400);

        List<Exchange> exchanges =
                together(UPSERT.replace("upsert", "update") + "&microBatchSize=10" + NEVER_BY_TIME, companies(10));

        assertThat(exchanges).allMatch(exchange -> exchange.getException() == null);
        assertThat(calls()).hasSizeLessThan(10);
    }

    @Test
    void whatMayNotBeSentAgainKeepsNoOtherMessageFromIt() throws Exception {
        simulator().crm().create("companies", Map.of("external_id", "old"));
        simulator().faults().next(2).matching("POST", "*/batch/upsert").answer(503);
        List<Message> messages = new ArrayList<>(companies(3));
        messages.add(new Message(Map.of("external_id", "new"), Map.of(HubSpotConstants.OBJECT_ID, "old")));
        List<Exchange> exchanges = endedInTime(begin(UPSERT, messages));

        assertThat(exchanges.subList(0, 3)).allMatch(exchange -> exchange.getException() == null);
        assertThat(exchanges.get(3).getException()).isInstanceOf(HubSpotAmbiguousWriteException.class);
    }

    @Test
    void otherOperationsAreNotTouchedByTheComponentsDefault() {
        context.getComponent("hubspot", HubSpotComponent.class)
                .getConfiguration()
                .setMicroBatch(true);

        assertThat(send("hubspot:objects/companies?operation=list&pagination=page", null)
                        .getException())
                .isNull();
        assertThat(send("hubspot:objects/companies?operation=batchCreate", List.of(Map.of("name", "Acme")))
                        .getException())
                .isNull();
    }

    @Test
    void aRouteThatStopsSendsWhatWaits() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in").routeId("in").to(CREATE + NEVER_BY_TIME);
            }
        });
        template.sendBody("seda:in", Map.of("name", "Acme"));
        await().until(() -> joined() == 1);

        context.getRouteController().stopRoute("in", 30, TimeUnit.SECONDS);

        assertThat(simulator().crm().find("companies", "name", "Acme")).isPresent();
    }

    private int joined() {
        return context.getComponent("hubspot", HubSpotComponent.class)
                .clients()
                .microBatches()
                .waiting();
    }

    @Test
    void aRouteThatStopsEndsWellThoughItsCallIsSharedWithAnother() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String name : List.of("a", "b")) {
                    from("seda:" + name).routeId(name).to(CREATE + "&requestsPerTenSeconds=1&microBatchSize=2");
                }
            }
        });
        // The quota is used up, so that the call has to wait.
        send(CREATE.replace("&microBatch=true", "") + "&requestsPerTenSeconds=1", Map.of("name", "First"));
        CompletableFuture<Exchange> a = template.asyncSend("seda:a?waitForTaskToComplete=Always&timeout=0", named("A"));
        CompletableFuture<Exchange> b = template.asyncSend("seda:b?waitForTaskToComplete=Always&timeout=0", named("B"));
        await().until(() -> governor().waiting() == 1);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stopRoute("a"));
        await().until(() -> {
            timing.advance(Duration.ofSeconds(1));
            return stop.isDone() && a.isDone() && b.isDone();
        });

        stop.get();
        assertThat(a.get().getException()).isNull();
        assertThat(b.get().getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(3);
        assertThat(calls()).hasSize(2);
    }

    private static Processor named(String name) {
        return exchange -> exchange.getMessage().setBody(Map.of("name", name));
    }

    @Test
    void whatArrivesWhileItsRouteStopsWaitsForNoOther() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in")
                        .routeId("in")
                        .process(exchange -> mayGoOn.await(30, TimeUnit.SECONDS))
                        .to(CREATE + NEVER_BY_TIME);
            }
        });
        template.sendBody("seda:in", Map.of("name", "Acme"));
        await().until(() -> context.getInflightRepository().size("in") == 1);
        BooleanSupplier stops = context.getComponent("hubspot", HubSpotComponent.class)
                .clients()
                .routeStops()
                .stopping(inRoute("in"));
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stopRoute("in"));
        await().until(stops::getAsBoolean);

        mayGoOn.countDown();

        await().until(() -> simulator().crm().find("companies", "name", "Acme").isPresent());
        stop.get(30, TimeUnit.SECONDS);
    }

    private Exchange inRoute(String id) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getExchangeExtension().setFromRouteId(id);
        return exchange;
    }

    private void stopRoute(String id) {
        try {
            context.getRouteController().stopRoute(id, 30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void noMessageWaitsForEverWhenTheContextStops() throws Exception {
        List<CompletableFuture<Exchange>> waiting = begin(CREATE + NEVER_BY_TIME, companies(3));

        context.stop();

        for (Exchange exchange : ended(waiting)) {
            assertThat(exchange.getException())
                    .isInstanceOf(HubSpotException.class)
                    .hasMessageContaining("stopped");
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatIsMissingForAReadByKeyIsTold() {
        Exchange exchange =
                send("hubspot:objects/companies?operation=get&idProperty=external_id&microBatch=true", "C-1");

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("properties");
    }

    @Test
    void associationsAreNotDroppedWhereAHeaderChoosesTheOperation() {
        Exchange exchange = send(
                "hubspot:objects/companies?microBatch=true&associations=contacts",
                "1",
                Map.of(HubSpotConstants.OPERATION, "get"));

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("associations");
    }

    /** The exchanges once all have ended, however long that takes by the clock of the component. */
    private List<Exchange> endedInTime(List<CompletableFuture<Exchange>> exchanges) throws Exception {
        await().until(() -> {
            timing.advance(Duration.ofSeconds(1));
            return exchanges.stream().allMatch(CompletableFuture::isDone);
        });
        return ended(exchanges);
    }

    private static Object isNew(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class).get("new");
    }

    private static int inputs(RecordedCall call) {
        return call.bodyJson().path("inputs").size();
    }
}
