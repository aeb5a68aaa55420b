// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.lookup.CurrentRecords;
import io.github.camelhubspot.lookup.FoundRecords;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.PropertySchema;
import io.github.camelhubspot.lookup.PropertySchemas;
import io.github.camelhubspot.record.RecordInput;

/** Compares records that are to be written with what HubSpot holds now. */
public final class Comparison {

    private final String objectType;
    private final PropertySchemas schemas;
    private final CurrentRecords current;
    private final boolean normalisesDates;

    /**
     * A comparison of records of one type.
     *
     * @param schemas tells how HubSpot stores values; where it cannot be asked they are compared as text
     * @param current reads what HubSpot holds
     * @param normalisesDates whether HubSpot takes dates in any form
     */
    public Comparison(String objectType, PropertySchemas schemas, CurrentRecords current, boolean normalisesDates) {
        this.objectType = objectType;
        this.schemas = schemas;
        this.current = current;
        this.normalisesDates = normalisesDates;
    }

    /**
     * Reads of some records the properties that are to be written.
     *
     * @param idProperty the unique property that the keys are values of; null for record ids
     * @param keys at most as many as one batch read takes
     * @param records what is to be written
     */
    public CompletableFuture<LookupResult<Held>> with(
            String idProperty, Collection<String> keys, Collection<RecordInput> records) {
        Set<String> properties = new LinkedHashSet<>();
        records.forEach(record -> properties.addAll(record.propertyNames()));
        return schemas.of(objectType).thenCompose(schema -> current.read(objectType, idProperty, keys, properties)
                .thenApply(found -> new LookupResult<>(
                        found.value() == null ? null : held(found.value(), schema), found.failure())));
    }

    private Held held(FoundRecords found, LookupResult<PropertySchema> schema) {
        PropertySchema known = schema.value() == null ? PropertySchema.UNKNOWN : schema.value();
        return new Held(found, new Changes(objectType, known, normalisesDates));
    }

    /**
     * What HubSpot holds.
     *
     * @param found the records that there are
     * @param differences tells what a write would change of them
     */
    public record Held(FoundRecords found, Changes differences) {

        /** The record of a key; null where there is none. */
        public JsonNode record(String key) {
            return found.byValue().get(key);
        }

        /** What a write would change of a record, each property with its old and new value. */
        public ObjectNode changes(RecordInput input, JsonNode record) {
            return differences.of(input.properties(), record == null ? null : record.path("properties"));
        }

        /** HubSpot's answer as far as it is about one record. */
        public ApiAnswer answer(JsonNode record) {
            return found.answer().withBody(record);
        }
    }
}
