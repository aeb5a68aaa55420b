// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.crm.SchemaInput;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.ObjectSchema;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The operations on the schemas of custom objects. */
public final class SchemasApi {

    private final Crm crm;
    private final SchemaJson schemaJson;
    private final SchemaReader reader;

    public SchemasApi(Crm crm, SimulatorSettings settings) {
        this.crm = crm;
        this.schemaJson = new SchemaJson(crm, settings);
        this.reader = new SchemaReader(crm.types());
    }

    /** Lists the custom objects; with {@code archived}, the archived ones beside those in use. */
    public Answer list(Request request) {
        List<ObjectSchema> all = new ArrayList<>(crm.schemas().list(false));
        if (request.query().flag("archived")) {
            all.addAll(crm.schemas().list(true));
        }
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        all.forEach(schema -> results.add(schemaJson.whole(schema, isOff(request))));
        return Answer.ok(json);
    }

    private static Predicate<String> isOff(Request request) {
        return flag -> "false".equals(request.query().first(flag));
    }

    public Answer get(Request request) {
        return Answer.ok(shown(request.objectType(), isOff(request)));
    }

    private ObjectNode shown(ObjectType type, Predicate<String> isOff) {
        return crm.schemas()
                .of(type)
                .map(schema -> schemaJson.whole(schema, isOff))
                .orElseGet(() -> schemaJson.standard(type, isOff));
    }

    /** Reads several schemas; the answer is a plain list, and flags that are not given are on. */
    public Answer batchRead(Request request) {
        JsonNode body = request.object();
        JsonNode inputs = body.path("inputs");
        if (!inputs.isArray()) {
            throw HubSpotError.missingField("inputs").exception();
        }
        ObjectNode json = Json.object();
        ArrayNode results = json.putArray("results");
        Json.texts(inputs).stream()
                .map(crm.types()::resolve)
                .forEach(type -> results.add(shown(
                        type, flag -> body.hasNonNull(flag) && !body.get(flag).asBoolean())));
        return Answer.ok(json);
    }

    public Answer create(Request request) {
        SchemaInput input = reader.whole(request.object(), request.version());
        return crm.writing(() -> {
            ObjectSchema created = crm.schemaWriter().create(input);
            return Answer.json(201, schemaJson.whole(created, flag -> false))
                    .header(
                            "Location",
                            request.baseUrl() + request.path() + "/"
                                    + created.type().id());
        });
    }

    public Answer update(Request request) {
        SchemaInput change = reader.change(request.object());
        return crm.writing(() ->
                Answer.ok(schemaJson.definition(crm.schemaWriter().update(custom(request.objectType()), change))));
    }

    private ObjectSchema custom(ObjectType type) {
        return crm.schemas().of(type).orElseThrow(() -> HubSpotError.validation(
                        type.plural() + " are HubSpot's own objects, and no custom ones")
                .exception());
    }

    /** Archives a schema; with {@code archived}, removes one for good that is archived. */
    public Answer delete(Request request) {
        String name = request.parameter("schema");
        return crm.writing(() -> {
            if (request.query().flag("archived")) {
                crm.schemaWriter().purge(crm.schemas().archived(name).orElseThrow(() -> HubSpotError.validation(
                                "Couldn't find soft-deleted object type(s)")
                        .exception()));
            } else {
                crm.schemaWriter().archive(custom(crm.types().resolve(name)));
            }
            return Answer.noContent();
        });
    }

    public Answer createAssociation(Request request) {
        JsonNode body = request.object();
        ObjectType from = crm.types().resolve(PropertyJson.required(body, "fromObjectTypeId"));
        ObjectType to = crm.types().resolve(PropertyJson.required(body, "toObjectTypeId"));
        String name = Json.text(body.get("name"));
        custom(request.objectType());
        if (!from.equals(request.objectType()) && !to.equals(request.objectType())) {
            throw HubSpotError.validation("Neither fromObjectTypeId nor toObjectTypeId is "
                            + request.objectType().id())
                    .exception();
        }
        return crm.writing(() ->
                Answer.json(201, SchemaJson.association(crm.associationTypes().define(from, to, name))));
    }

    public Answer deleteAssociation(Request request) {
        ObjectType type = request.objectType();
        return crm.writing(() -> {
            crm.schemaWriter().deleteAssociation(type, request.parameter("associationIdentifier"));
            return Answer.noContent();
        });
    }
}
