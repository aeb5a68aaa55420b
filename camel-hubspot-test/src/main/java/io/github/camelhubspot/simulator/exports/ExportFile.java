// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.Link;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.csv.Csv;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyOption;

/** Writes records as the file of an export: the id first, then the properties, then the ids of linked records. */
public final class ExportFile {

    private static final String ID = "hs_object_id";

    private final Crm crm;
    private final ExportRequest request;
    private final List<PropertyDefinition> properties;

    public ExportFile(Crm crm, ExportRequest request) {
        this.crm = crm;
        this.request = request;
        this.properties = request.properties().stream()
                .filter(name -> !name.equals(ID))
                .map(name -> crm.store(request.type()).definitions().get(name))
                .toList();
    }

    public byte[] of(List<SimulatedRecord> records) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        records.forEach(one -> rows.add(row(one)));
        return Csv.write(rows);
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        header.add(request.internalNames() ? ID : "Record ID");
        properties.forEach(property -> header.add(request.internalNames() ? property.name() : property.label()));
        request.associatedTypes().forEach(type -> header.add("Associated " + type.singular() + " IDs"));
        return header;
    }

    private List<String> row(SimulatedRecord exported) {
        List<String> row = new ArrayList<>();
        row.add(exported.id());
        properties.forEach(property -> row.add(text(property, exported.property(property.name()))));
        request.associatedTypes().forEach(type -> row.add(linkedIds(exported, type)));
        return row;
    }

    private String text(PropertyDefinition property, String value) {
        if (value == null || request.internalValues() || property.options().isEmpty()) {
            return value;
        }
        return Arrays.stream(value.split(";"))
                .map(option -> label(property, option))
                .collect(Collectors.joining(";"));
    }

    private static String label(PropertyDefinition property, String value) {
        return property.options().stream()
                .filter(option -> option.value().equals(value))
                .map(PropertyOption::label)
                .findFirst()
                .orElse(value);
    }

    private String linkedIds(SimulatedRecord exported, ObjectType type) {
        return crm.links(exported.objectTypeId(), exported.id(), type.id()).stream()
                .map(Link::toObjectId)
                .collect(Collectors.joining(";"));
    }
}
