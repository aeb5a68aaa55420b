// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.NaturalKey;

/** Reads one record, or the id of one, from one body or one element of many. */
public final class RecordReader {

    private static final String HS_OBJECT_ID = "hs_object_id";

    private final BodyReader bodies;

    public RecordReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads a record: HubSpot's envelope where the body has a key {@code properties} that holds a map, else plain properties.
     *
     * @throws IllegalArgumentException where the body is no record; the message says what is wrong with what
     */
    public RecordInput read(Object body, RecordRules rules) {
        if (body instanceof ReadInput read) {
            return read.record();
        }
        Fields fields = bodies.fields(body, rules.clearNulls());
        Fields inner = BodyReader.innerFields(fields.get("properties"), rules.clearNulls());
        return inner != null ? fromEnvelope(fields, inner, rules) : fromPlain(fields, rules);
    }

    /** Reads what names a record: a text or a number is its id, anything else a record that holds the id. */
    public RecordInput readId(Object body, RecordRules rules) {
        if (body instanceof ReadInput read) {
            return read.record();
        }
        String fixed = firstPresent(rules.headerId(), rules.optionId());
        ObjectNode none = Json.MAPPER.createObjectNode();
        if (fixed != null || body == null) {
            // The body may be anything, such as the record that an earlier step left: it is not read.
            return new RecordInput(fixed, rules.idProperty(), none, null, null);
        }
        Object readable = bodies.textOrSelf(body);
        String text = BodyReader.idText(readable);
        if (text != null) {
            return new RecordInput(text.isBlank() ? null : text, rules.idProperty(), none, null, null);
        }
        Fields fields = bodies.fields(readable, false);
        Fields inner = BodyReader.innerFields(fields.get("properties"), false);
        String id = inner != null
                ? idOfEnvelope(fields, inner, rules)
                : firstPresent(idOfPlain(fields, rules), scalar("id", fields.get("id")));
        return new RecordInput(id, idProperty(fields, inner, rules), none, null, null);
    }

    private RecordInput fromEnvelope(Fields envelope, Fields given, RecordRules rules) {
        ObjectNode properties = Json.MAPPER.createObjectNode();
        given.forEach((name, value) -> {
            if (!name.equals(HS_OBJECT_ID)) {
                properties.put(name, PropertyValues.text(name, value));
            }
        });
        Name name = name(idOfEnvelope(envelope, given, rules), envelope, given, rules);
        return new RecordInput(
                name.id(),
                name.idProperty(),
                properties,
                associations(envelope.get("associations"), rules),
                scalar("objectWriteTraceId", envelope.get("objectWriteTraceId")));
    }

    private static RecordInput fromPlain(Fields fields, RecordRules rules) {
        ObjectNode properties = Json.MAPPER.createObjectNode();
        fields.forEach((name, value) -> {
            if (!name.equals(HS_OBJECT_ID)) {
                putPlain(properties, name, PropertyValues.text(name, value), rules);
            }
        });
        Name name = name(idOfPlain(fields, rules), fields, null, rules);
        return new RecordInput(name.id(), name.idProperty(), properties, null, null);
    }

    /**
     * What names a record.
     *
     * @param id its id, or the value of the property
     * @param idProperty the unique property; null for a record id
     */
    private record Name(String id, String idProperty) {}

    /** An operation that works by a unique property takes a natural key for the property and its value. */
    private static Name name(String id, Fields fields, Fields inner, RecordRules rules) {
        NaturalKey key = rules.needsIdProperty() ? NaturalKey.of(id) : null;
        if (key != null) {
            String own = inner == null ? null : scalar("idProperty", fields.get("idProperty"));
            String set = rules.idProperty() != null ? rules.idProperty() : own;
            if (set == null || set.equals(key.property())) {
                NaturalKey named = key.inType(rules.objectType());
                return new Name(named.value(), named.property());
            }
        }
        return new Name(id, idProperty(fields, inner, rules));
    }

    private static void putPlain(ObjectNode properties, String name, String text, RecordRules rules) {
        if (text == null) {
            if (rules.clearNulls()) {
                properties.put(name, "");
            }
        } else if (!text.isBlank()) {
            properties.put(name, text);
        } else if (!rules.skipBlanks()) {
            // HubSpot clears a property by an empty text.
            properties.put(name, "");
        }
    }

    private static String idProperty(Fields fields, Fields inner, RecordRules rules) {
        String own = inner == null ? null : scalar("idProperty", fields.get("idProperty"));
        if (own != null && !rules.takesIdProperty()) {
            throw new IllegalArgumentException("The record names itself by idProperty '" + own
                    + "', which this operation does not take; give its record id instead");
        }
        String idProperty = rules.idProperty() != null ? rules.idProperty() : own;
        if (idProperty == null && rules.needsIdProperty()) {
            throw new IllegalArgumentException(
                    "The operation needs a unique property: set the option idProperty, or idProperty in the record");
        }
        return idProperty;
    }

    private static String idOfEnvelope(Fields envelope, Fields given, RecordRules rules) {
        String ownId = scalar("id", envelope.get("id"));
        if (rules.idProperty() != null) {
            String value = scalar(rules.idProperty(), given.get(rules.idProperty()));
            return firstPresent(rules.headerId(), rules.optionId(), value, ownId);
        }
        if (scalar("idProperty", envelope.get("idProperty")) != null) {
            return ownId;
        }
        String objectId = scalar(HS_OBJECT_ID, given.get(HS_OBJECT_ID));
        return firstPresent(rules.headerId(), rules.optionId(), ownId, objectId);
    }

    private static String idOfPlain(Fields fields, RecordRules rules) {
        String name = rules.idProperty() != null ? rules.idProperty() : HS_OBJECT_ID;
        return firstPresent(rules.headerId(), rules.optionId(), scalar(name, fields.get(name)));
    }

    /** HubSpot takes links as a list; the map form is what its answers have, and is left out. */
    private JsonNode associations(Object given, RecordRules rules) {
        if (given == null || Fields.of(given) != null) {
            return null;
        }
        JsonNode links = bodies.toJson(given);
        if (links.isNull() || links.isEmpty()) {
            return null;
        }
        if (!links.isArray()) {
            throw new IllegalArgumentException("The key 'associations' of the record must be a list of"
                    + " {to: {id}, types: [{associationCategory, associationTypeId}]}");
        }
        if (rules.links() == RecordRules.Links.NONE) {
            throw new IllegalArgumentException("The record has 'associations', which this operation does not write;"
                    + " remove them and link the records with hubspot:associations");
        }
        return RecordLinks.normalise(links, rules);
    }

    private static String scalar(String name, Object value) {
        String text = PropertyValues.text(name, value);
        return text == null || text.isBlank() ? null : text;
    }

    private static String firstPresent(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }
}
