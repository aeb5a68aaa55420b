// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas of custom objects over the API. */
class SchemasTest extends SimulatorTest {

    private static final String SCHEMAS = "/crm-object-schemas/v3/schemas";

    /** A schema that every version takes. */
    static ObjectNode car() {
        ObjectNode car = Json.object()
                .put("name", "Car")
                .put("description", "What we lend")
                .put("primaryDisplayProperty", "model")
                .put("allowsSensitiveProperties", false)
                .put("shouldCreateSameObjectAssociation", false);
        car.putObject("labels").put("singular", "Car").put("plural", "Cars");
        car.putArray("requiredProperties").add("model");
        car.putArray("searchableProperties").add("model");
        car.putArray("secondaryDisplayProperties").add("plate");
        car.putArray("associatedObjects").add("contacts").add("0-2");
        car.putArray("properties").add(property("model")).add(property("plate").put("hasUniqueValue", true));
        return car;
    }

    private static ObjectNode property(String name) {
        return Json.object()
                .put("name", name)
                .put("label", name)
                .put("type", "string")
                .put("fieldType", "text");
    }

    private Reply create() throws IOException {
        return client.post(SCHEMAS, car().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCHEMAS,
                "/crm/v3/schemas",
                "/crm-object-schemas/2025-09/schemas",
                "/crm-object-schemas/2026-03/schemas",
                "/crm-object-schemas/2026-09/schemas"
            })
    void aSchemaIsCreatedReadChangedAndArchived(String path) throws IOException {
        Reply created = client.post(path, car().toString());
        String id = created.text("/objectTypeId");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(path + "/" + id);
        assertThat(id).matches("2-\\d+");
        assertThat(created.text("/id")).isEqualTo(id);
        assertThat(created.text("/fullyQualifiedName")).isEqualTo("p62515_Car");
        assertThat(created.text("/labels/plural")).isEqualTo("Cars");
        assertThat(created.text("/description")).isEqualTo("What we lend");
        assertThat(created.text("/primaryDisplayProperty")).isEqualTo("model");
        assertThat(created.at("/requiredProperties")).hasToString("[\"model\"]");
        assertThat(created.at("/secondaryDisplayProperties")).hasToString("[\"plate\"]");
        assertThat(created.at("/archived").asBoolean(true)).isFalse();
        assertThat(created.at("/properties").findValuesAsText("name")).contains("model", "plate", "hs_object_id");
        assertThat(created.at("/associations").findValuesAsText("toObjectTypeId"))
                .containsExactly("0-1", "0-2");
        assertThat(client.get(path + "/" + id).body()).isEqualTo(created.body());
        assertThat(client.get(path + "/p62515_Car").body()).isEqualTo(created.body());
        assertThat(client.get(path).at("/results/0")).isEqualTo(created.body());

        Reply changed = client.patch(path + "/" + id, "{\"labels\":{\"singular\":\"Vehicle\"},\"name\":\"x\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/labels/singular")).isEqualTo("Vehicle");
        assertThat(changed.text("/labels/plural")).isEqualTo("Cars");
        assertThat(changed.text("/name")).isEqualTo("Car");
        assertThat(changed.body().has("properties")).isFalse();

        assertThat(client.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(client.get(path).at("/results")).isEmpty();
        assertThat(client.get(path + "/" + id).text("/message")).isEqualTo("Invalid object or event type id: " + id);
    }

    @ParameterizedTest
    @CsvSource({
        "/crm-object-schemas/v3/schemas, 'name, labels, properties, associatedObjects, requiredProperties'",
        "/crm-object-schemas/2025-09/schemas, 'name, labels, properties, associatedObjects, requiredProperties,"
                + " allowsSensitiveProperties, searchableProperties, secondaryDisplayProperties'",
        "/crm-object-schemas/2026-03/schemas, 'name, labels, properties, associatedObjects, requiredProperties,"
                + " allowsSensitiveProperties, searchableProperties, secondaryDisplayProperties,"
                + " shouldCreateSameObjectAssociation'",
        "/crm-object-schemas/2026-09/schemas, 'name, labels, properties, associatedObjects, requiredProperties,"
                + " allowsSensitiveProperties, searchableProperties, secondaryDisplayProperties'"
    })
    void eachVersionHasItsRequiredFields(String path, String required) throws IOException {
        Reply reply = client.post(path, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).endsWith("Some required fields were not set: [" + required + "]");
    }

    @Test
    void recordsOfANewObjectObeyItsSchemaAtOnce() throws IOException {
        String records = "/crm/v3/objects/" + create().text("/objectTypeId");
        String beetle = "{\"properties\":{\"model\":\"Beetle\",\"plate\":\"X1\"}}";

        Reply created = client.post(records, beetle);

        assertThat(created.status()).isEqualTo(201);
        assertThat(client.post(records, beetle).text("/message")).contains("CONFLICTING_UNIQUE_VALUE");
        assertThat(client.post(records, "{\"properties\":{\"plate\":\"X2\"}}").text("/message"))
                .contains("MISSING_REQUIRED_PROPERTY");
        assertThat(client.post("/crm/v3/objects/p62515_Car/search", "{\"query\":\"beet\"}")
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get(records + "/X1?idProperty=plate").text("/id")).isEqualTo(created.text("/id"));
        String contact = contact("a@b.example").id();
        assertThat(client.put(
                                "/crm/v4/objects/p62515_Car/" + created.text("/id") + "/associations/default/contacts/"
                                        + contact,
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(crm.links("contacts", contact, "p62515_Car")).hasSize(1);
    }

    @Test
    void aChangeOfWhatIsRequiredAndSearchedHoldsAtOnce() throws IOException {
        String id = create().text("/objectTypeId");
        String records = "/crm/v3/objects/" + id;
        client.post(records, "{\"properties\":{\"model\":\"Beetle\",\"plate\":\"X1\"}}");

        client.patch(
                SCHEMAS + "/" + id,
                "{\"requiredProperties\":[\"plate\"],\"searchableProperties\":[\"plate\"],\"clearDescription\":true}");

        assertThat(client.post(records, "{\"properties\":{\"plate\":\"X2\"}}").status())
                .isEqualTo(201);
        assertThat(client.post(records, "{\"properties\":{\"model\":\"Golf\"}}").status())
                .isEqualTo(400);
        assertThat(client.post(records + "/search", "{\"query\":\"beet\"}")
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(client.post(records + "/search", "{\"query\":\"x1\"}")
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get(SCHEMAS + "/" + id).body().has("description")).isFalse();
        assertThat(crm.types().resolve(id).required()).containsExactly("plate");
    }

    @Test
    void aLinkOfARecordSurvivesAChangeOfTheSchema() throws IOException {
        String id = create().text("/objectTypeId");
        String car = crm.create(id, Map.of("model", "Beetle")).id();
        String contact = contact("a@b.example").id();
        crm.link(id, car, "contacts", contact);

        client.patch(SCHEMAS + "/" + id, "{\"requiredProperties\":[]}");

        String other = contact("b@b.example").id();
        crm.link(id, car, "contacts", other);
        assertThat(crm.links(id, car, "contacts")).hasSize(2);
        crm.archive(id, car);
        assertThat(crm.links("contacts", contact, id)).isEmpty();
    }

    @Test
    void theSameNameGivesTheSameSchema() throws IOException {
        String id = create().text("/objectTypeId");

        Reply again = create();
        Reply otherCase = client.post(SCHEMAS, car().put("name", "CAR").toString());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/objectTypeId")).isEqualTo(id);
        assertThat(otherCase.status()).isEqualTo(409);
        assertThat(otherCase.text("/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(otherCase.text("/subCategory")).isEqualTo("InboundDbObjectTypeError.OBJECT_TYPE_ALREADY_EXIST");
        assertThat(crm.schemas().list(false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1car", "my car", "_car", "a-b", "a23456789012345678901234567890123456789012345678901"})
    void namesMustBeginWithALetterAndBeShort(String name) throws IOException {
        Reply reply = client.post(SCHEMAS, car().put("name", name).toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/subCategory")).isEqualTo("InboundDbObjectTypeError.OBJECT_TYPE_NAME_FORMAT");
    }

    @Test
    void whatASchemaNamesMustBeItsProperty() throws IOException {
        ObjectNode noPrimary = car();
        noPrimary.remove("primaryDisplayProperty");
        ObjectNode unknownRequired = car();
        unknownRequired.putArray("requiredProperties").add("colour");
        ObjectNode twice = car();
        twice.withArray("properties").add(property("model"));
        ObjectNode standard = car();
        standard.withArray("properties").add(property("hs_object_id"));
        ObjectNode unknownAssociated = car();
        unknownAssociated.putArray("associatedObjects").add("widgets");
        ObjectNode noPlural = car();
        noPlural.putObject("labels").put("singular", "Car");

        assertThat(client.post(SCHEMAS, noPrimary.toString()).text("/subCategory"))
                .isEqualTo("ObjectSchemaError.PRIMARY_DISPLAY_PROPERTY_REQUIRED");
        assertThat(client.post(
                                SCHEMAS,
                                car().put("primaryDisplayProperty", "colour").toString())
                        .text("/subCategory"))
                .isEqualTo("ObjectSchemasSandboxesSyncErrorType.INVALID_PRIMARY_DISPLAY_PROPERTY");
        assertThat(client.post(SCHEMAS, unknownRequired.toString()).text("/message"))
                .isEqualTo("Invalid requiredProperties: colour");
        assertThat(client.post(SCHEMAS, twice.toString()).status()).isEqualTo(409);
        assertThat(client.post(SCHEMAS, standard.toString()).text("/subCategory"))
                .isEqualTo("Properties.PROPERTY_WITH_NAME_EXISTS");
        assertThat(client.post(SCHEMAS, unknownAssociated.toString()).text("/message"))
                .isEqualTo("Unable to infer object type from: widgets");
        assertThat(client.post(SCHEMAS, noPlural.toString()).text("/message")).endsWith("[plural]");
        assertThat(crm.schemas().list(false)).isEmpty();
    }

    @Test
    void aSchemaWithRecordsStays() throws IOException {
        String id = create().text("/objectTypeId");
        String car = crm.create(id, Map.of("model", "Beetle")).id();

        Reply refused = client.delete(SCHEMAS + "/" + id);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(refused.text("/subCategory")).isEqualTo("ObjectSchemaError.EXISTING_OBJECT_RECORDS");
        crm.archive(id, car);
        assertThat(client.delete(SCHEMAS + "/" + id).status()).isEqualTo(204);
        assertThat(client.delete(SCHEMAS + "/" + id).status()).isEqualTo(400);
    }

    @Test
    void anArchivedSchemaIsListedUntilItIsPurged() throws IOException {
        String id = create().text("/objectTypeId");
        String other =
                client.post(SCHEMAS, car().put("name", "Bike").toString()).text("/objectTypeId");
        Reply early = client.delete(SCHEMAS + "/" + id + "?archived=true");
        client.delete(SCHEMAS + "/" + id);

        Reply listed = client.get(SCHEMAS + "?archived=true");

        assertThat(early.text("/message")).isEqualTo("Couldn't find soft-deleted object type(s)");
        assertThat(listed.at("/results").findValuesAsText("objectTypeId")).containsExactly(other, id);
        assertThat(listed.at("/results/1/archived").asBoolean()).isTrue();
        assertThat(listed.at("/results/1/properties").findValuesAsText("name")).contains("plate");
        assertThat(client.delete(SCHEMAS + "/p62515_Car?archived=true").status())
                .isEqualTo(204);
        assertThat(client.get(SCHEMAS + "?archived=true").at("/results")).hasSize(1);
        assertThat(client.delete(SCHEMAS + "/" + id + "?archived=true").status())
                .isEqualTo(400);
    }

    @Test
    void theNameOfAnArchivedSchemaCanBeTakenAgain() throws IOException {
        String id = create().text("/objectTypeId");
        client.delete(SCHEMAS + "/" + id);

        Reply again = client.post(SCHEMAS, car().put("name", "car").toString());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/objectTypeId")).isNotEqualTo(id);
        assertThat(client.get(SCHEMAS + "?archived=true").at("/results")).hasSize(1);
    }

    @Test
    void partsOfASchemaCanBeLeftOut() throws IOException {
        String id = create().text("/objectTypeId");

        for (String path : new String[] {SCHEMAS + "/" + id, SCHEMAS}) {
            Reply reply = client.get(path + "?includePropertyDefinitions=false&includeAssociationDefinitions=false"
                    + "&includeAuditMetadata=false");
            ObjectNode schema = (ObjectNode) (path.equals(SCHEMAS) ? reply.at("/results/0") : reply.body());
            assertThat(schema.get("properties")).isEmpty();
            assertThat(schema.get("associations")).isEmpty();
            assertThat(schema.has("createdAt")).isFalse();
        }
    }

    @Test
    void severalSchemasAreReadTogether() throws IOException {
        String id = create().text("/objectTypeId");

        Reply reply = client.post(
                SCHEMAS + "/batch/read",
                "{\"inputs\":[\"" + id + "\",\"contacts\"],\"includePropertyDefinitions\":false}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/results").findValuesAsText("objectTypeId")).containsExactly(id, "0-1");
        assertThat(reply.at("/results/0/properties")).isEmpty();
        assertThat(reply.at("/results/0/associations")).hasSize(2);
        assertThat(client.post(SCHEMAS + "/batch/read", "{}").status()).isEqualTo(400);
        assertThat(client.post(SCHEMAS + "/batch/read", "{\"inputs\":[\"2-7\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hubSpotsOwnTypesHaveSchemasThatStay() throws IOException {
        Reply contacts = client.get(SCHEMAS + "/contacts");

        assertThat(contacts.text("/objectTypeId")).isEqualTo("0-1");
        assertThat(contacts.at("/properties").findValuesAsText("name")).contains("email");
        assertThat(contacts.at("/associations").findValuesAsText("id")).contains("279");
        assertThat(client.patch(SCHEMAS + "/contacts", "{}").status()).isEqualTo(400);
        assertThat(client.delete(SCHEMAS + "/contacts").status()).isEqualTo(400);
        assertThat(client.get(SCHEMAS + "/widgets").text("/message"))
                .isEqualTo("Unable to infer object type from: widgets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCHEMAS,
                "/crm-object-schemas/2025-09/schemas",
                "/crm-object-schemas/2026-03/schemas",
                "/crm-object-schemas/2026-09/schemas"
            })
    void associationsAreMadeAndDeleted(String path) throws IOException {
        String id = create().text("/objectTypeId");
        String car = crm.create(id, Map.of("model", "Beetle")).id();
        String ticket = ticket("s").id();
        String associations = path + "/" + id + "/associations";

        Reply made = client.post(
                associations,
                "{\"fromObjectTypeId\":\"" + id + "\",\"toObjectTypeId\":\"tickets\",\"name\":\"car_to_ticket\"}");
        crm.link(id, car, "tickets", ticket);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/name")).isEqualTo("car_to_ticket");
        assertThat(made.text("/fromObjectTypeId")).isEqualTo(id);
        assertThat(made.text("/toObjectTypeId")).isEqualTo("0-5");
        assertThat(client.get(path + "/" + id).at("/associations").findValuesAsText("id"))
                .contains(made.text("/id"));
        assertThat(crm.links("tickets", ticket, id)).hasSize(1);

        assertThat(client.delete(associations + "/" + made.text("/id")).status())
                .isEqualTo(204);

        assertThat(client.get(path + "/" + id).at("/associations").findValuesAsText("id"))
                .doesNotContain(made.text("/id"));
        assertThat(crm.links("tickets", ticket, id)).isEmpty();
        assertThat(client.put("/crm/v4/objects/tickets/" + ticket + "/associations/default/" + id + "/" + car, "")
                        .text("/message"))
                .startsWith("There is no association defined between");
        assertThat(client.delete(associations + "/" + made.text("/id")).status())
                .isEqualTo(404);
    }

    @Test
    void refusalsOfAssociations() throws IOException {
        String id = create().text("/objectTypeId");
        String associations = SCHEMAS + "/" + id + "/associations";
        String plain = client.get(SCHEMAS + "/" + id).text("/associations/0/id");
        crm.defineLabel(id, "contacts", "driver", "Driver", "Drives");

        assertThat(client.post(associations, "{\"fromObjectTypeId\":\"0-1\"}").text("/message"))
                .endsWith("[toObjectTypeId]");
        assertThat(client.post(associations, "{\"fromObjectTypeId\":\"0-1\",\"toObjectTypeId\":\"0-2\"}")
                        .text("/message"))
                .startsWith("Neither");
        assertThat(client.post(
                                SCHEMAS + "/contacts/associations",
                                "{\"fromObjectTypeId\":\"0-1\",\"toObjectTypeId\":\"0-2\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.delete(associations + "/" + plain).text("/message")).endsWith("still has labels");
        assertThat(client.delete(SCHEMAS + "/contacts/associations/279").status())
                .isEqualTo(400);
    }

    @Test
    void aVersionThatAsksForItLinksRecordsOfTheObjectToEachOther() throws IOException {
        Reply created = client.post(
                "/crm-object-schemas/2026-03/schemas",
                car().put("shouldCreateSameObjectAssociation", true).toString());

        assertThat(created.at("/associations").findValuesAsText("toObjectTypeId"))
                .containsExactlyInAnyOrder("0-1", "0-2", created.text("/objectTypeId"));
    }

    @Test
    void supportOfSensitivePropertiesCannotBeTurnedOff() throws IOException {
        String id = create().text("/objectTypeId");

        assertThat(client.patch(SCHEMAS + "/" + id, "{\"allowsSensitiveProperties\":true}")
                        .at("/allowsSensitiveProperties")
                        .asBoolean())
                .isTrue();
        assertThat(client.patch(SCHEMAS + "/" + id, "{\"allowsSensitiveProperties\":false}")
                        .text("/subCategory"))
                .isEqualTo("InboundDbObjectTypeError.SENSITIVE_PROPERTIES_SUPPORT_CANNOT_BE_TURNED_OFF");
        assertThat(client.patch(SCHEMAS + "/" + id, "{\"requiredProperties\":[\"colour\"]}")
                        .text("/message"))
                .isEqualTo("Invalid requiredProperties: colour");
    }

    @Test
    void objectsThatATestDefinesHaveSchemasToo() throws IOException {
        String id = crm.defineObjectType("pet", PropertyDefinition.string("name"), PropertyDefinition.number("age"))
                .id();

        Reply reply = client.get(SCHEMAS + "/p62515_pet");

        assertThat(reply.text("/objectTypeId")).isEqualTo(id);
        assertThat(reply.text("/primaryDisplayProperty")).isEqualTo("name");
        assertThat(client.get(SCHEMAS).at("/results")).hasSize(1);
        simulator.reset();
        assertThat(client.get(SCHEMAS).at("/results")).isEmpty();
    }

    @Test
    void scopes() throws IOException {
        String id = create().text("/objectTypeId");
        simulator.settings().withoutScopes("crm.schemas.custom.write", "crm.schemas.contacts.read");

        assertThat(create().status()).isEqualTo(403);
        assertThat(client.patch(SCHEMAS + "/" + id, "{}").status()).isEqualTo(403);
        assertThat(client.delete(SCHEMAS + "/" + id).status()).isEqualTo(403);
        assertThat(client.get(SCHEMAS + "/contacts").status()).isEqualTo(403);
        assertThat(client.get(SCHEMAS).status()).isEqualTo(200);
        simulator.settings().withoutScopes("crm.schemas.custom.read");
        assertThat(client.get(SCHEMAS).text("/errors/0/context/requiredGranularScopes/0"))
                .isEqualTo("crm.schemas.custom.read");
    }

    @Test
    void associatedTypesMayBeWrittenInCapitals() throws IOException {
        ObjectNode car = car();
        car.putArray("associatedObjects").add("CONTACT").add("LINE_ITEM");

        assertThat(client.post(SCHEMAS, car.toString()).status()).isEqualTo(201);
    }
}
