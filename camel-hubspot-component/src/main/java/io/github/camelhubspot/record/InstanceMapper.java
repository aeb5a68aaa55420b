// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.github.camelhubspot.api.Json;

/**
 * HubSpot's answers as instances of a class of the application's own.
 *
 * <p>A class with a property {@code properties} is given a record as HubSpot wraps it; any other class the record's
 * properties themselves, besides what it has fields for of the rest.
 */
final class InstanceMapper {

    private static final String PROPERTIES = "properties";

    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(JoinedTexts.module())
            .addHandler(new NumbersInTexts())
            // Where HubSpot counts time it counts milliseconds.
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            // An option named "1" is not the second constant.
            .enable(
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .withCoercionConfigDefaults(coercions -> coercions
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull)
                    .setAcceptBlankAsEmpty(true))
            .build();

    private final Class<?> outputClass;
    private final boolean flat;
    private final Set<String> names;

    InstanceMapper(Class<?> outputClass) {
        this.outputClass = outputClass;
        JavaType type = MAPPER.constructType(outputClass);
        BeanDescription bean = isBean(type) ? bean(type) : null;
        this.names = bean == null ? Set.of() : names(bean);
        this.flat = bean != null && !names.contains(PROPERTIES);
    }

    /**
     * An instance.
     *
     * @throws JsonProcessingException where the answer does not fit the class
     */
    Object map(JsonNode json) throws JsonProcessingException {
        boolean record = json.path("id").isValueNode() && json.path(PROPERTIES).isObject();
        return MAPPER.treeToValue(record && flat ? flat((ObjectNode) json) : json, outputClass);
    }

    private ObjectNode flat(ObjectNode record) {
        ObjectNode flat = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            // Only what the class asks for: it may collect unknown names as properties.
            if (names.contains(field.getKey())) {
                flat.set(field.getKey(), field.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> property : record.get(PROPERTIES).properties()) {
            boolean empty = property.getValue().isTextual()
                    && property.getValue().textValue().isEmpty();
            flat.set(property.getKey(), empty ? MAPPER.nullNode() : property.getValue());
        }
        return flat;
    }

    private static boolean isBean(JavaType type) {
        return !type.isContainerType()
                && !type.isReferenceType()
                && !type.isJavaLangObject()
                && !type.isPrimitive()
                && !type.isTypeOrSubTypeOf(TreeNode.class);
    }

    /** What Jackson knows of the class; null where the class has its own way to be read. */
    private static BeanDescription bean(JavaType type) {
        DeserializationConfig config = MAPPER.getDeserializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        BeanDescription bean = config.introspect(type);
        if (annotations.findDeserializer(bean.getClassInfo()) != null) {
            return null;
        }
        Class<?> builder = annotations.findPOJOBuilder(bean.getClassInfo());
        return builder == null ? bean : config.introspectForBuilder(config.constructType(builder), bean);
    }

    private static Set<String> names(BeanDescription bean) {
        Set<String> names = new HashSet<>();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            names.add(property.getName());
            property.findAliases().stream().map(PropertyName::getSimpleName).forEach(names::add);
        }
        return Set.copyOf(names);
    }
}
