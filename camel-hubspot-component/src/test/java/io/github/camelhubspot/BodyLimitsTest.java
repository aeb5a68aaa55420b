// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** A body is read to its end, once, and up to the place where it cannot be understood; what is left is never ignored. */
class BodyLimitsTest extends SimulatorTestSupport {

    private static final String CREATE = "hubspot:objects/companies?operation=batchCreate";
    private static final String SEARCH = "hubspot:objects/companies?operation=search&pagination=page";

    static Stream<Function<String, Object>> oneShotTexts() {
        return Stream.of(
                text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                text -> new StringReader(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"A\"}]\n[{\"name\":\"B\"}]",
                "[{\"name\":\"A\"}] {\"name\":\"B\"}",
                "[{\"name\":\"A\"}] rubbish",
                "[{\"name\":\"A\"}]]"
            })
    void contentAfterAnArrayFailsTheBatch(String body) {
        assertStoppedAfterOne(send(CREATE, body));
        assertStoppedAfterOne(send(CREATE, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static void assertStoppedAfterOne(Exchange exchange) {
        BatchResult result = failed(exchange);
        assertThat(result.stopped().orElseThrow().reason()).contains("cannot be read any further");
        assertThat(result.stopped().orElseThrow().index()).isEqualTo(1);
        assertThat(result.total()).isEqualTo(1);
    }

    @Test
    void blanksAfterAnArrayAreNoContent() {
        BatchResult result = request(CREATE, "[{\"name\":\"A\"}] \r\n\t ", BatchResult.class);

        assertThat(result.count(OutcomeStatus.CREATED)).isEqualTo(1);
    }

    @Test
    void nothingIsReadBehindAnElementThatIsNoJson() {
        BatchResult result = failed(
                send(CREATE, "[{\"name\":\"A\"},{\"name\":tru,\"x\":{\"y\":1}},{\"name\":\"C\"},{\"name\":\"D\"}]"));

        assertThat(result.stopped().orElseThrow().index()).isEqualTo(1);
        assertThat(result.outcomes()).extracting(BatchOutcome::index).containsExactly(0L);
    }

    @ParameterizedTest
    @MethodSource("oneShotTexts")
    void aSearchRequestThatWasReadBeforeIsNotAnEmptySearch(Function<String, Object> oneShot) {
        Object body = oneShot.apply("{\"filterGroups\":[{\"filters\":["
                + "{\"propertyName\":\"name\",\"operator\":\"EQ\",\"value\":\"Acme\"}]}]}");
        assertThat(send(SEARCH, body).getException()).isNull();
        simulator().clearCalls();

        assertCannotBeReadAgain(send(SEARCH, body));
    }

    @ParameterizedTest
    @MethodSource("oneShotTexts")
    void theTypesOfALinkThatWereReadBeforeAreNotReplacedByTheOptions(Function<String, Object> oneShot) {
        String contact = simulator()
                .crm()
                .create("contacts", Map.of("email", "a@b.example"))
                .id();
        String company =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();
        Map<String, Object> ids =
                new HashMap<>(Map.of(HubSpotConstants.OBJECT_ID, contact, HubSpotConstants.TO_OBJECT_ID, company));
        String put = "hubspot:associations/contacts?toObjectType=companies&operation=put";
        Object body = oneShot.apply("[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":279}]");
        assertThat(send(put, body, ids).getException()).isNull();
        simulator().clearCalls();

        assertCannotBeReadAgain(send(put, body, ids));
    }

    @ParameterizedTest
    @MethodSource("oneShotTexts")
    void aRecordThatWasReadBeforeIsNotSentEmpty(Function<String, Object> oneShot) {
        String create = "hubspot:objects/companies?operation=create";
        Object body = oneShot.apply("{\"name\":\"Acme\"}");
        assertThat(send(create, body).getException()).isNull();
        simulator().clearCalls();

        assertCannotBeReadAgain(send(create, body));
    }

    private void assertCannotBeReadAgain(Exchange again) {
        assertThat(again.getException())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can be read only once");
        assertThat(calls()).isEmpty();
    }

    private static BatchResult failed(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(HubSpotBatchException.class);
        return ((HubSpotBatchException) exchange.getException()).getResult();
    }
}
