// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the metadata by which IDEs complete {@code camel.component.hubspot.*}, from the component's catalog. */
public final class ConfigurationMetadata {

    private static final String PREFIX = "camel.component.hubspot";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The types of options that are written otherwise in a properties file than they are in Java. */
    private static final Map<String, String> TYPES = Map.of(
            "boolean", "java.lang.Boolean",
            "int", "java.lang.Integer",
            "long", "java.lang.Long");

    private final ObjectNode metadata = JSON.createObjectNode();
    private final ArrayNode groups = metadata.putArray("groups");
    private final ArrayNode properties = metadata.putArray("properties");
    private final ArrayNode hints = metadata.putArray("hints");
    private final String component;

    private ConfigurationMetadata(JsonNode catalog) {
        component = catalog.path("component").path("javaType").asText();
        groups.addObject()
                .put("name", PREFIX)
                .put("type", component)
                .put(
                        "description",
                        catalog.path("component").path("description").asText());
        property("enabled", "java.lang.Boolean", "Whether these properties are applied.")
                .put("defaultValue", true);
        property("customizer.enabled", "java.lang.Boolean", "Whether these properties are applied to components.")
                .put("defaultValue", true);
        catalog.path("componentProperties").properties().forEach(option -> add(option.getKey(), option.getValue()));
    }

    /**
     * Writes the metadata.
     *
     * @param arguments the catalog's file, and the one to write
     */
    public static void main(String[] arguments) throws IOException {
        JsonNode catalog = JSON.readTree(Path.of(arguments[0]).toFile());
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), new ConfigurationMetadata(catalog).metadata);
    }

    private void add(String option, JsonNode catalogued) {
        String name = DataObjectPropertyName.toDashedForm(option);
        boolean choice = catalogued.has("enum");
        boolean bean = catalogued.path("type").asText().equals("object");
        String javaType = catalogued.path("javaType").asText();
        // The text of a choice is the catalog's, and not the name of a constant.
        String type = choice ? "java.lang.String" : TYPES.getOrDefault(javaType, javaType);
        ObjectNode property = property(
                name,
                type,
                catalogued.path("description").asText() + (bean ? ". A bean is named as #bean:name." : "."));
        if (catalogued.has("defaultValue")) {
            property.set("defaultValue", catalogued.path("defaultValue"));
        }
        if (catalogued.path("deprecated").asBoolean()) {
            property.putObject("deprecation")
                    .put("reason", catalogued.path("deprecationNote").asText());
        }
        if (choice) {
            ArrayNode values =
                    hints.addObject().put("name", PREFIX + '.' + name).putArray("values");
            catalogued.path("enum").forEach(value -> values.addObject().set("value", value));
        }
    }

    private ObjectNode property(String name, String type, String description) {
        return properties
                .addObject()
                .put("name", PREFIX + '.' + name)
                .put("type", type)
                .put("description", description)
                .put("sourceType", component);
    }
}
