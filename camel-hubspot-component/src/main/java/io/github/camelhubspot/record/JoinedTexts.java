// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;

/** Reads collections and arrays from the one text in which HubSpot has several values, joined by {@code ;}. */
final class JoinedTexts extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private JoinedTexts() {}

    static SimpleModule module() {
        return new SimpleModule("hubspot-joined-texts").setDeserializerModifier(new JoinedTexts());
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> plain) {
        return new Splitting(plain);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config, ArrayType type, BeanDescription bean, JsonDeserializer<?> plain) {
        // Arrays of bytes and characters are made from one text.
        boolean ofText = type.getContentType().hasRawClass(byte.class)
                || type.getContentType().hasRawClass(char.class);
        return ofText ? plain : new Splitting(plain);
    }

    private static final class Splitting extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Splitting(JsonDeserializer<?> plain) {
            super(plain);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
            return new Splitting(plain);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return super.deserialize(in, context);
            }
            return in.getText().isBlank() ? null : super.deserialize(split(in, context), context);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object deserialize(JsonParser in, DeserializationContext context, Object into) throws IOException {
            JsonDeserializer<Object> plain = (JsonDeserializer<Object>) _delegatee;
            return plain.deserialize(in.hasToken(JsonToken.VALUE_STRING) ? split(in, context) : in, context, into);
        }

        private static JsonParser split(JsonParser in, DeserializationContext context) throws IOException {
            ArrayNode values = context.getNodeFactory().arrayNode();
            Arrays.stream(in.getText().split(";"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
            JsonParser array = values.traverse(in.getCodec());
            array.nextToken();
            return array;
        }
    }
}
