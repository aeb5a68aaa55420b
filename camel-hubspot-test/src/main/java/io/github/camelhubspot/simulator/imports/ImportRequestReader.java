// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectType;

/** Reads the {@code importRequest} of an import, and refuses what cannot be carried out. */
public final class ImportRequestReader {

    private final Crm crm;

    public ImportRequestReader(Crm crm) {
        this.crm = crm;
    }

    public ImportRequest read(JsonNode json) {
        List<ImportRequest.FileMapping> files = new ArrayList<>();
        elements(json, "files").forEach(file -> files.add(file(file)));
        ImportRequest.DateOrder dates = choice(json, "dateFormat", ImportRequest.DateOrder.MONTH_DAY_YEAR);
        return new ImportRequest(json, required(json, "name"), dates, operations(json), List.copyOf(files));
    }

    private Map<String, Operation> operations(JsonNode json) {
        Map<String, Operation> operations = new HashMap<>();
        JsonNode named = json.path("importOperations");
        named.fieldNames()
                .forEachRemaining(
                        type -> operations.put(crm.types().resolve(type).id(), choice(named, type, Operation.UPSERT)));
        return operations;
    }

    private ImportRequest.FileMapping file(JsonNode json) {
        String format = json.path("fileFormat").asText("CSV");
        if (!format.equals("CSV")) {
            throw HubSpotError.validation("The simulator imports files of the fileFormat CSV only, not " + format)
                    .exception();
        }
        String name = required(json, "fileName");
        JsonNode page = json.path("fileImportPage");
        List<ColumnMapping> columns = new ArrayList<>();
        elements(page, "columnMappings").forEach(column -> columns.add(column(column)));
        if (columns.stream().allMatch(ColumnMapping::isLeftOut)) {
            throw HubSpotError.validation("No column of the file " + name + " is mapped to a property")
                    .exception();
        }
        return new ImportRequest.FileMapping(name, page.path("hasHeader").asBoolean(true), List.copyOf(columns));
    }

    private ColumnMapping column(JsonNode json) {
        String column = Json.text(json.get("columnName"));
        String property = Json.text(json.get("propertyName"));
        // HubSpot's older name for it is still taken.
        String kindField = json.hasNonNull("idColumnType") ? "idColumnType" : "columnType";
        ColumnMapping.Kind kind = choice(json, kindField, ColumnMapping.Kind.STANDARD);
        if (property == null && kind != ColumnMapping.Kind.HUBSPOT_OBJECT_ID) {
            return new ColumnMapping(column, null, null, kind);
        }
        ObjectType type = crm.types().resolve(required(json, "columnObjectTypeId"));
        if (type.has(ObjectType.Trait.READ_ONLY) || type.has(ObjectType.Trait.NO_CREATE)) {
            throw HubSpotError.validation("Records of type " + type.plural() + " cannot be imported")
                    .exception();
        }
        if (kind == ColumnMapping.Kind.HUBSPOT_ALTERNATE_ID
                && !crm.store(type).definitions().isUnique(property)) {
            throw HubSpotError.validation("Property " + property + " of " + type.plural()
                            + " is not unique, and cannot be a HUBSPOT_ALTERNATE_ID")
                    .exception();
        }
        return new ColumnMapping(column, type, property, kind);
    }

    private static JsonNode elements(JsonNode json, String field) {
        JsonNode array = json.path(field);
        if (!array.isArray() || array.isEmpty()) {
            throw HubSpotError.missingField(field).exception();
        }
        return array;
    }

    private static String required(JsonNode json, String field) {
        String text = Json.text(json.get(field));
        if (text == null || text.isEmpty()) {
            throw HubSpotError.missingField(field).exception();
        }
        return text;
    }

    private static <E extends Enum<E>> E choice(JsonNode json, String field, E absent) {
        String text = Json.text(json.get(field));
        if (text == null) {
            return absent;
        }
        E[] all = absent.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> HubSpotError.validation(
                                field + " of an import must be one of " + Arrays.toString(all) + ", not " + text)
                        .exception());
    }
}
