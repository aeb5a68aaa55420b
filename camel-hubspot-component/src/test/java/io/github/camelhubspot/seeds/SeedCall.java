// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.seeds;

import java.util.List;
import java.util.Map;

import static io.github.camelhubspot.seeds.RequestAssert.assertThatRequest;

/** The five calls of the seed pages with what must be on the wire, for what holds for each of them. */
enum SeedCall {
    CREATE_LISTING(
            "hubspot:objects/0-420?operation=create",
            Map.of(),
            Map.of("hs_name", "Crème brûlée 東京"),
            "POST",
            "/crm/v3/objects/0-420",
            null,
            "{\"properties\": {\"hs_name\": \"Crème brûlée 東京\"}}"),
    CREATE_TICKET(
            "hubspot:objects/tickets?operation=create",
            Map.of(),
            Map.of("subject", "Crème brûlée 東京"),
            "POST",
            "/crm/v3/objects/tickets",
            null,
            "{\"properties\": {\"subject\": \"Crème brûlée 東京\"}}"),
    UPDATE_OBJECT(
            "hubspot:objects/companies?operation=update",
            Map.of("CamelHubSpotObjectId", "a/b", "CamelHubSpotIdProperty", "external_id"),
            Map.of("name", "Crème brûlée 東京"),
            "PATCH",
            "/crm/v3/objects/companies/a%2Fb",
            "idProperty=external_id",
            "{\"properties\": {\"name\": \"Crème brûlée 東京\"}}"),
    BATCH_CREATE_COMPANIES(
            "hubspot:objects/companies?operation=batchCreate",
            Map.of(),
            List.of(Map.of("properties", Map.of("name", "Crème brûlée 東京"), "objectWriteTraceId", "row-1")),
            "POST",
            "/crm/v3/objects/companies/batch/create",
            null,
            "{\"inputs\": [{\"properties\": {\"name\": \"Crème brûlée 東京\"}, \"objectWriteTraceId\": \"row-1\"}]}"),
    PUT_ASSOCIATION(
            "hubspot:associations/tickets?toObjectType=companies&operation=put",
            Map.of("CamelHubSpotObjectId", "11", "CamelHubSpotToObjectId", "22"),
            List.of(Map.of("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 123)),
            "PUT",
            "/crm/v4/objects/tickets/11/associations/companies/22",
            null,
            "[{\"associationCategory\": \"HUBSPOT_DEFINED\", \"associationTypeId\": 123}]");

    /** An answer that will do for every one of the calls. */
    static final CannedAnswer ANSWER = CannedAnswer.json(201, """
            {
              "id": "512",
              "properties": {},
              "results": [{"id": "512", "objectWriteTraceId": "row-1", "properties": {}}],
              "status": "COMPLETE"
            }
            """);

    private final String uri;
    private final Map<String, Object> headers;
    private final Object body;
    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final String sent;

    SeedCall(
            String uri,
            Map<String, Object> headers,
            Object body,
            String method,
            String rawPath,
            String rawQuery,
            String sent) {
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.method = method;
        this.rawPath = rawPath;
        this.rawQuery = rawQuery;
        this.sent = sent;
    }

    String uri() {
        return uri;
    }

    Map<String, Object> headers() {
        return headers;
    }

    Object body() {
        return body;
    }

    void assertIsOnTheWire(ReceivedRequest request, String token) {
        assertThatRequest(request)
                .is(method, rawPath)
                .hasQuery(rawQuery)
                .hasTheHeadersOfThePage(token)
                .hasJson(sent);
    }
}
