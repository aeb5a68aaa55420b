// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.ConsumedBodies;
import io.github.camelhubspot.record.RecordInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/** What becomes of a record whose preparation leaves nothing of it. */
class PreparedCallsTest extends SimulatorTestSupport {

    private static final HubSpotWarning WARNING = new HubSpotWarning("LEFT_OUT", "All was left out", Map.of());

    private final Preparation nothingLeft = drafts -> {
        drafts.forEach(draft -> {
            RecordInput record = draft.record();
            draft.change(new RecordInput(record.id(), record.idProperty(), Json.MAPPER.createObjectNode(), null, null));
            draft.warn(WARNING);
        });
        return CompletableFuture.completedFuture(null);
    };

    @Test
    void anUpdateOfNothingIsNotSent() {
        Exchange exchange = new DefaultExchange(context);
        Map<String, Object> body = Map.of("id", "1", "properties", Map.of("name", "Acme"));
        exchange.getMessage().setBody(body);
        CallOptions options = new CallOptions(
                context.getEndpoint("hubspot:objects/companies?operation=update", HubSpotEndpoint.class),
                OperationCatalogue.find("objects", "update"),
                exchange);
        ProducerParts parts =
                new ProducerParts(null, null, null, null, null, Runnable::run, new ConsumedBodies(), () -> false);
        RecordCalls calls = PreparedCalls.of(nothingLeft, (given, record) -> {
            throw new AssertionError("It was sent");
        });

        new SingleCallHandler(parts, calls, null).handle(options).join().run();

        assertThat(exchange.getMessage().getBody()).isSameAs(body);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.OUTCOME)).isEqualTo(OutcomeStatus.SKIPPED);
        assertThat(exchange.getMessage().getHeader(HubSpotConstants.WARNINGS))
                .asInstanceOf(LIST)
                .containsExactly(WARNING);
    }
}
