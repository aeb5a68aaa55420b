// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong in a URI is told when the route starts, by the option's name and with what is allowed. */
class StartErrorsTest extends SimulatorTestSupport {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hubspot:things/companies?operation=create                                 | hubspot:objects, hubspot:associations, hubspot:properties
            hubspot:objects/companies?operation=delete                                | create, get, update, upsert, archive
            hubspot:objects/companies?operation=batchCreate&objectId=1                | objectId
            hubspot:objects/companies?operation=create&limit=5                        | limit
            hubspot:objects/companies?operation=archive&idProperty=domain             | idProperty
            hubspot:objects/companies?operation=list&limit=101                        | at most 100
            hubspot:objects/companies?operation=list&limit=-1                         | limit
            hubspot:objects/companies?operation=list&apiVersion=v9                    | v3, 2026-03, 2026-09
            hubspot:objects/companies?operation=list&baseUrl=http://hubspot.example   | allowHttp
            hubspot:objects/companies?operation=list&baseUrl=ftp://127.0.0.1          | baseUrl
            hubspot:objects/companies?operation=list&requestsPerTenSeconds=0          | requestsPerTenSeconds
            hubspot:objects/companies?operation=list&maxConcurrentCalls=0             | maxConcurrentCalls
            hubspot:objects/companies?operation=list&maxRetryDelay=0                  | maxRetryDelay
            hubspot:objects/companies?operation=list&outputType=class                 | outputClass
            hubspot:objects/companies?operation=create&onConflict=ignore              | onConflict
            hubspot:objects/companies?operation=create&accessToken=a%20b              | accessToken
            hubspot:associations/tickets?operation=put&associationCategory=MINE       | HUBSPOT_DEFINED
            hubspot:associations/tickets?operation=put&associationTypeId=2147483648   | 2147483647
            hubspot:associations/tickets/companies?operation=put&toObjectType=deals   | toObjectType
            hubspot:objects/tickets/companies?operation=list                          | too many path parts
            hubspot:objects/companies?operation=list&outputClass=java.lang.String     | outputType=class
            hubspot:objects/companies?operation=list&limit=80&propertiesWithHistory=a | at most 50
            hubspot:objects/companies?operation=batchCreate&rejectedUri=mock:a&batchFailure=throw | rejectedUri
            hubspot:associations/a?operation=put&associationLabel=A&associationTypeId=1 | associationLabel
            hubspot:objects/companies?operation=batchCreate&microBatch=true           | microBatch
            hubspot:objects/companies?operation=create&microBatch=perhaps             | microBatch
            hubspot:objects/companies?operation=create&microBatchSize=5               | microBatch=true
            hubspot:objects/companies?operation=create&microBatchDelay=1s             | microBatch=true
            hubspot:objects/companies?operation=create&microBatch=true&microBatchSize=101 | at most 100
            hubspot:objects/companies?operation=create&microBatch=true&microBatchSize=-1 | microBatchSize
            hubspot:objects/companies?operation=create&microBatch=true&microBatchDelay=0 | microBatchDelay
            hubspot:objects/companies?operation=get&microBatch=true&microBatchSize=51&propertiesWithHistory=a | at most 50
            hubspot:objects/companies?operation=get&microBatch=true&associations=deals | associations
            hubspot:objects/companies?operation=list&colour=green                     | colour
            hubspot:objects/companies?operation=create&validate=perhaps               | validate
            hubspot:objects/companies?operation=get&validate=strict                   | validate
            hubspot:objects/companies?operation=create&dryRun=perhaps                 | dryRun
            hubspot:objects/companies?operation=archive&dryRun=true                   | dryRun
            hubspot:objects/companies?operation=update&skipUnchanged=perhaps          | skipUnchanged
            hubspot:objects/companies?operation=archive&skipUnchanged=true            | skipUnchanged
            hubspot:objects/companies?operation=create&skipUnchanged=true             | onConflict=update
            hubspot:objects/companies?operation=update&skipUnchanged=true&dryRun=true | dryRun=true
            """)
    void aBadUriIsRefusedAtStart(String uri, String named) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to(uri);
                    }
                }))
                .hasStackTraceContaining(named);
    }

    @Test
    void aConsumerIsRefusedAndTheOnesToComeAreListed() {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("hubspot:objects/companies").to("mock:end");
                    }
                }))
                .hasStackTraceContaining("hubspot:webhooks")
                .hasStackTraceContaining("hubspot:journal");
    }

    @Test
    void aMissingTokenIsRefusedAtStart() {
        context.getComponent("hubspot", HubSpotComponent.class)
                .getConfiguration()
                .setAccessToken(null);

        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to("hubspot:objects/companies?operation=list");
                    }
                }))
                .hasStackTraceContaining("accessToken");
    }

    @Test
    void theOperationMayComeFromAHeaderOnlyWhereTheUriLeavesItOpen() {
        Map<String, Object> archive = new HashMap<>(Map.of(HubSpotConstants.OPERATION, "archive"));
        String id =
                simulator().crm().create("companies", Map.of("name", "Acme")).id();

        assertThat(send("hubspot:objects/companies?operation=get", id, archive).getException())
                .isNull();
        assertThat(simulator().crm().records("companies")).hasSize(1);

        assertThat(send("hubspot:objects/companies", id, archive).getException())
                .isNull();
        assertThat(simulator().crm().records("companies")).isEmpty();

        assertThat(send("hubspot:objects/companies", id).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HubSpotConstants.OPERATION)
                .hasMessageContaining("batchArchive");
    }

    @Test
    void theObjectTypeMayComeFromAHeaderOnlyWhereTheUriLeavesItOpen() {
        Map<String, Object> deals = new HashMap<>(Map.of(HubSpotConstants.OBJECT_TYPE, "deals"));

        send("hubspot:objects/companies?operation=list", null, deals);
        assertThat(lastCall().path()).isEqualTo("/crm/v3/objects/companies");

        send("hubspot:objects?operation=list", null, deals);
        assertThat(lastCall().path()).isEqualTo("/crm/v3/objects/deals");

        assertThat(send("hubspot:objects?operation=list", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objectType");
    }

    @Test
    void aBadHeaderIsRefusedByItsName() {
        assertThat(send(
                                "hubspot:objects/companies?operation=list",
                                null,
                                new HashMap<>(Map.of(HubSpotConstants.LIMIT, "many")))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HubSpotConstants.LIMIT)
                .hasMessageContaining("1 to 100");
    }
}
