// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.PathTemplate;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.record.LinkInput;
import io.github.camelhubspot.record.RecordInput;

/** Builds the calls of single operations from their row, the options and what was read from the body. */
final class Requests {

    private final HubSpotClient client;
    private final CallOptions options;
    private final ApiOperation operation;

    Requests(HubSpotClient client, CallOptions options) {
        this.client = client;
        this.options = options;
        this.operation = options.operation();
    }

    /** A call that options and headers say all of. */
    ApiCall fromOptions() {
        return client.newCall(operation, options::text, query(Map.of()), bodyFields(options::text));
    }

    /** A call with a body that is sent as it is. */
    ApiCall withBody(JsonNode body) {
        return client.newCall(operation, options::text, query(Map.of()), body);
    }

    /** A call with a text that becomes the query parameter which the row names. */
    ApiCall withName(String name) {
        return client.newCall(
                operation, options::text, query(Map.of(operation.nameParameter(), name)), bodyFields(options::text));
    }

    /** A call about a record that only its id names. */
    ApiCall aboutRecord(RecordInput record) {
        UnaryOperator<String> values = name -> valueFor(record, name);
        return client.newCall(operation, values, query(idProperty(record)), bodyFields(values));
    }

    /** A call that writes a record. */
    ApiCall write(RecordInput record) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("properties", record.properties());
        if (record.inlineLinks() != null) {
            body.set("associations", record.inlineLinks());
        }
        if (record.objectWriteTraceId() != null) {
            body.put("objectWriteTraceId", record.objectWriteTraceId());
        }
        return once(record, client.newCall(operation, name -> valueFor(record, name), query(idProperty(record)), body));
    }

    /**
     * Checks what a call of its own about the record would need.
     *
     * @throws IllegalArgumentException where its path or query cannot be made
     */
    void check(RecordInput record) {
        if (operation.requiresIdProperty()) {
            record.requiredId();
        }
        client.newCall(operation, name -> valueFor(record, name), query(idProperty(record)), null);
    }

    /** A write that changes what names its record finds another record, or none, when it is repeated. */
    private static ApiCall once(RecordInput record, ApiCall call) {
        return record.changesItsId() ? call.once() : call;
    }

    /** A batch of one, for what HubSpot offers as a batch only. */
    ApiCall batchOfOne(RecordInput record) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode input = body.putArray("inputs").addObject();
        input.put("id", record.requiredId());
        input.put("idProperty", record.idProperty());
        input.set("properties", record.properties());
        if (record.objectWriteTraceId() != null) {
            input.put("objectWriteTraceId", record.objectWriteTraceId());
        }
        return once(record, withBody(body));
    }

    /** A call about a link; its types, where it has some, are the body. */
    ApiCall aboutLink(LinkInput link) {
        UnaryOperator<String> values = name -> switch (name) {
            case OptionNames.OBJECT_TYPE -> link.objectType();
            case OptionNames.OBJECT_ID -> link.objectId();
            case OptionNames.TO_OBJECT_TYPE -> link.toObjectType();
            case OptionNames.TO_OBJECT_ID -> link.toObjectId();
            default -> options.text(name);
        };
        return client.newCall(operation, values, query(Map.of()), link.types());
    }

    /** A call for one page. */
    ApiCall page(RecordInput record, int limit, String after) {
        Map<String, String> paging = after == null
                ? Map.of(OptionNames.LIMIT, String.valueOf(limit))
                : Map.of(OptionNames.LIMIT, String.valueOf(limit), OptionNames.AFTER, after);
        UnaryOperator<String> values = record == null ? options::text : name -> valueFor(record, name);
        return client.newCall(operation, values, query(paging), null);
    }

    private String valueFor(RecordInput record, String name) {
        if (name.equals(OptionNames.OBJECT_ID)) {
            return record.requiredId();
        }
        return name.equals(OptionNames.ID_PROPERTY) ? record.idProperty() : options.text(name);
    }

    private static Map<String, String> idProperty(RecordInput record) {
        return record.idProperty() == null ? Map.of() : Map.of(OptionNames.ID_PROPERTY, record.idProperty());
    }

    private ObjectNode bodyFields(UnaryOperator<String> values) {
        if (operation.bodyFields().isEmpty()) {
            return null;
        }
        ObjectNode body = Json.MAPPER.createObjectNode();
        operation.bodyFields().forEach((field, option) -> {
            String value = values.apply(option);
            if (value != null) {
                body.put(field, value);
            } else if (!option.equals(OptionNames.ID_PROPERTY)) {
                throw new IllegalArgumentException("The option " + option + " of hubspot:" + operation.label()
                        + " is missing; set it in the URI or as a header");
            }
        });
        return body;
    }

    private String query(Map<String, String> known) {
        StringJoiner query = new StringJoiner("&");
        for (String option : operation.query()) {
            String value = known.containsKey(option) ? known.get(option) : options.text(option);
            if (value != null && !(option.equals(OptionNames.ID_PROPERTY) && !known.containsKey(option))) {
                query.add(option + '=' + PathTemplate.encode(value).replace("%2C", ","));
            }
        }
        options.parameters().forEach((name, value) -> query.add(name + '=' + PathTemplate.encode(value)));
        if (operation.nameParameter() != null) {
            query.add(operation.nameParameter() + '=' + PathTemplate.encode(known.get(operation.nameParameter())));
        }
        return query.length() == 0 ? null : query.toString();
    }
}
