// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Inputs that fail are handed on as fast as they are taken, and kept where nobody takes them. */
class RejectedInputsTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=batchCreate";

    private final AtomicLong read = new AtomicLong();
    private final AtomicLong handedOn = new AtomicLong();
    private final AtomicLong readAtFirst = new AtomicLong();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:broken").process(exchange -> {
                    throw new IllegalStateException("the disk is full");
                });
                from("direct:count").process(exchange -> {
                    readAtFirst.compareAndSet(0, read.get());
                    handedOn.incrementAndGet();
                });
            }
        };
    }

    @Test
    void aStreamIsReadNoFasterThanItsRejectedInputsAreTaken() {
        Iterator<Object> inputs = IntStream.range(0, 20_000)
                .mapToObj(i -> (Object) ("no record " + read.incrementAndGet()))
                .iterator();

        Exchange exchange = send(CREATE + "&rejectedUri=direct:count", inputs);

        assertThat(exchange.getException()).isNull();
        assertThat(handedOn).hasValue(20_000);
        assertThat(readAtFirst.get()).isBetween(1L, 5_000L);
    }

    @Test
    void theResultHoldsEveryFailureThatRejectedUriDidNotTake() {
        Exchange exchange = send(
                CREATE + "&maxRejected=1&rejectedUri=direct:broken",
                List.of("no record", "nor this", Map.of("name", "A"), "nor that"));

        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.outcomes().stream()
                        .filter(outcome -> outcome.status() == OutcomeStatus.REJECTED)
                        .map(BatchOutcome::index))
                .containsExactly(0L, 1L, 3L);
    }

    @Test
    void aLinkWhoseTypeCannotBePartOfAPathIsRejectedAlone() {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "a@b.example"))
                .id();
        String company =
                simulator().crm().create("companies", Map.of("name", "A")).id();
        String other =
                simulator().crm().create("companies", Map.of("name", "B")).id();

        BatchResult result = request(
                "hubspot:associations?operation=batchPutDefault&batchFailure=report",
                Stream.of("contacts", "..", "contacts")
                        .map(type -> Map.<String, Object>of(
                                "objectType",
                                type,
                                "objectId",
                                contact,
                                "toObjectType",
                                "companies",
                                "toObjectId",
                                type.equals("..") ? other : company))
                        .toList(),
                BatchResult.class);

        assertThat(result.outcomes().stream().map(BatchOutcome::status))
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED, OutcomeStatus.CREATED);
    }

    @Test
    void anOutageEndsABatchOfCreatesAfterAFewCalls() {
        simulator().faults().always().answer(503);
        Iterator<Map<String, String>> inputs = IntStream.range(0, 3000)
                .mapToObj(i -> Map.of("name", "Company " + i))
                .iterator();

        Exchange exchange = send(CREATE + "&maxConcurrentCalls=1", inputs);

        BatchResult result = ((HubSpotBatchException) exchange.getException()).getResult();
        assertThat(result.count(OutcomeStatus.AMBIGUOUS)).isEqualTo(300);
        assertThat(result.stopped().orElseThrow().reason()).contains("lost");
        assertThat(result.total()).isLessThanOrEqualTo(401);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void aBodyThatCannotBeClosedDoesNotFailWhatWasWritten() {
        Stream<Map<String, String>> inputs = Stream.of(Map.of("name", "A")).onClose(() -> {
            throw new IllegalStateException("closed already");
        });

        Exchange exchange = send(CREATE, inputs);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(BatchResult.class).count(OutcomeStatus.CREATED))
                .isEqualTo(1);
    }
}
