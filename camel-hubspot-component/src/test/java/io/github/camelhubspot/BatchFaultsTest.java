// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.File;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A fault in one place of a batch leaves the outcomes of all other places as they are, and true. */
class BatchFaultsTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=batchCreate";
    private static final String AS_NUMBERED = "&outputType=class&outputClass=" + Numbered.class.getName();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:batch").to(CREATE);
            }
        };
    }

    @Test
    void anInputThatCannotBeReadIsRejectedAndTheOthersAreWritten() {
        List<Map<String, Object>> inputs = List.of(Map.of("name", "A"), new BrokenRow(), Map.of("name", "C"));

        BatchResult result = request(CREATE + "&batchFailure=report", inputs, BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(2);
        assertThat(statuses(result))
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
        assertThat(simulator().crm().records("companies")).hasSize(2);
    }

    @Test
    void aFileThatIsMissingIsARejectedInput() {
        String id = simulator().crm().create("companies", Map.of("name", "A")).id();

        BatchResult result = request(
                "hubspot:objects/companies?operation=batchArchive&batchFailure=report",
                List.of(id, new File("/no/such/file.json")),
                BatchResult.class);

        assertThat(statuses(result)).containsExactly(OutcomeStatus.ARCHIVED, OutcomeStatus.REJECTED);
    }

    @Test
    void aRecordThatDoesNotFitTheOutputClassIsCreatedAllTheSame() {
        List<Map<String, String>> inputs = List.of(Map.of("name", "1"), Map.of("name", "Hush"), Map.of("name", "3"));

        Exchange exchange = send(CREATE + AS_NUMBERED, inputs);

        assertThat(exchange.getException()).isNull();
        BatchResult result = exchange.getMessage().getBody(BatchResult.class);
        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(3);
        assertThat(result.outcomes().get(0).record()).isInstanceOf(Numbered.class);
        assertThat(result.outcomes().get(1).record()).isNull();
        assertThat(result.outcomes().get(1).error().message())
                .contains("outputClass")
                .doesNotContain("Hush");
    }

    @Test
    void aSingleCreateWhoseAnswerDoesNotFitTheOutputClassSaysThatItWasDone() {
        Exchange exchange = send("hubspot:objects/companies?operation=create" + AS_NUMBERED, Map.of("name", "Hush"));

        assertThat(exchange.getException())
                .isInstanceOf(HubSpotAmbiguousWriteException.class)
                .hasMessageContaining("was carried out")
                .hasMessageNotContaining("Hush");
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    @Test
    void aStopAfterTheLastInputWasSentDoesNotFailTheBatch() throws Exception {
        simulator().faults().always().delay(Duration.ofSeconds(1));
        CompletableFuture<Exchange> sent = template.asyncSend(
                "direct:batch", exchange -> exchange.getMessage().setBody(List.of(Map.of("name", "A"))));
        await().until(() -> simulator().inFlight() > 0);

        context.stop();

        Exchange exchange = sent.get(20, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchResult.class).count(OutcomeStatus.CREATED))
                .isEqualTo(1);
    }

    @Test
    void recordsWhoseLookupFailedWereNotSent() {
        defineExternalId();
        simulator().faults().always().answer(503);

        Exchange exchange = send(
                "hubspot:objects/companies?operation=batchUpdate&idProperty=external_id&maxRetries=0",
                List.of(Map.of("external_id", "C-1", "name", "A")));

        assertThat(statuses(failed(exchange))).containsExactly(OutcomeStatus.NOT_SENT);
        assertThat(calls()).allSatisfy(call -> assertThat(call.path()).endsWith("/batch/read"));
    }

    @Test
    void aMissingObjectTypeIsSaidBeforeTheBodyIsTouched() {
        Iterator<Map<String, String>> body = List.of(Map.of("name", "A")).iterator();

        Exchange exchange = send("hubspot:objects?operation=batchCreate", body);

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectType");
        assertThat(calls()).isEmpty();
        assertThat(send(CREATE, body).getException()).isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);
    }

    private static List<OutcomeStatus> statuses(BatchResult result) {
        return result.outcomes().stream().map(BatchOutcome::status).toList();
    }

    private static BatchResult failed(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        return ((HubSpotBatchException) exchange.getException()).getResult();
    }

    /** A row whose values are fetched late, from what has been closed. */
    private static final class BrokenRow extends AbstractMap<String, Object> {

        @Override
        public Object get(Object key) {
            throw new IllegalStateException("the connection is closed");
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("the connection is closed");
        }
    }

    /** Companies that have numbers for names. */
    public static class Numbered {
        public String id;
        public Properties properties;

        /** The properties. */
        public static class Properties {
            public int name;
        }
    }
}
