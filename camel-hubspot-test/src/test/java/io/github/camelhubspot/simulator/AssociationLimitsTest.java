// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.LinkType;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits that an account sets for links. */
class AssociationLimitsTest extends SimulatorTest {

    private static final String V4 = "/crm/associations/v4/definitions/configurations";
    private static final String PAIR = "/contacts/companies";
    private static final String CREATE = V4 + PAIR + "/batch/create";
    private static final int PLAIN = 279;
    private static final int INVERSE = 280;
    private static final int BILLING = 931;

    private static String inputs(int typeId, int maximum) {
        return "{\"inputs\":[" + input(typeId, maximum) + "]}";
    }

    private static String input(int typeId, int maximum) {
        return "{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":" + typeId + ",\"maxToObjectIds\":" + maximum + "}";
    }

    private static String link(String from, String to) {
        return "/crm/v4/objects/contacts/" + from + "/associations/default/companies/" + to;
    }

    private void assertBeyondTheLimit(Reply reply, String objectId) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/category")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.text("/context/ASSOCIATION_LIMIT_EXCEEDED/0")).isEqualTo("1");
        assertThat(reply.text("/context/objectId/0")).isEqualTo(objectId);
    }

    @ParameterizedTest
    @CsvSource({
        "/crm/associations/v4/definitions/configurations, 201, 204",
        "/crm/v4/associations/definitions/configurations, 201, 204",
        "/crm/associations/2025-09/definitions/configurations, 200, 200",
        "/crm/associations/2026-03/definitions/configurations, 201, 200",
        "/crm/associations/2026-09/definitions/configurations, 200, 200"
    })
    void aLimitLives(String base, int created, int purged) throws IOException {
        Reply create = client.post(base + PAIR + "/batch/create", inputs(PLAIN, 5));
        Reply update = client.post(base + PAIR + "/batch/update", inputs(PLAIN, 7));
        Reply pair = client.get(base + PAIR);
        Reply all = client.get(base + "/all");
        Reply purge = client.post(
                base + PAIR + "/batch/purge",
                "{\"inputs\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":" + PLAIN + "}]}");

        assertThat(create.status()).isEqualTo(created);
        assertThat(create.text("/status")).isEqualTo("COMPLETE");
        assertThat(create.text("/results/0/category")).isEqualTo("HUBSPOT_DEFINED");
        assertThat(create.at("/results/0/typeId").asInt()).isEqualTo(PLAIN);
        assertThat(create.at("/results/0/userEnforcedMaxToObjectIds").asInt()).isEqualTo(5);
        assertThat(create.at("/results/0/label").isNull()).isTrue();
        assertThat(update.status()).isEqualTo(200);
        assertThat(update.at("/results/0/userEnforcedMaxToObjectIds").asInt()).isEqualTo(7);
        assertThat(update.at("/results/0").has("label")).isFalse();
        assertThat(pair.status()).isEqualTo(200);
        assertThat(pair.at("/results")).hasSize(1);
        assertThat(pair.at("/results/0/userEnforcedMaxToObjectIds").asInt()).isEqualTo(7);
        assertThat(all.at("/results")).isEqualTo(pair.at("/results"));
        assertThat(purge.status()).isEqualTo(purged);
        assertThat(purge.text("/status")).isEqualTo(purged == 204 ? null : "COMPLETE");
        assertThat(client.get(base + "/all").at("/results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/crm/associations/v4/definitions/configurations, 207",
        "/crm/associations/2025-09/definitions/configurations, 200",
        "/crm/associations/2026-03/definitions/configurations, 207",
        "/crm/associations/2026-09/definitions/configurations, 200"
    })
    void aBatchCreateMaySucceedInPart(String base, int status) throws IOException {
        Reply reply = client.post(
                base + PAIR + "/batch/create",
                "{\"inputs\":[" + input(PLAIN, 5) + "," + input(4711, 5) + "," + input(PLAIN, 5) + ","
                        + input(BILLING, 0) + "]}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/results")).hasSize(1);
        assertThat(reply.at("/numErrors").asInt()).isEqualTo(3);
        assertThat(reply.text("/errors/0/context/associationSpec/0")).isEqualTo("HUBSPOT_DEFINED=4711");
        assertThat(reply.text("/errors/1/category")).isEqualTo("OBJECT_ALREADY_EXISTS");
        assertThat(reply.text("/errors/2/category")).isEqualTo("VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {V4, "/crm/associations/2026-09/definitions/configurations"})
    void onlyALimitThatIsThereCanBeChanged(String base) throws IOException {
        client.post(CREATE, inputs(PLAIN, 5));

        Reply reply = client.post(
                base + PAIR + "/batch/update", "{\"inputs\":[" + input(PLAIN, 6) + "," + input(BILLING, 5) + "]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.at("/results")).hasSize(1);
        assertThat(reply.text("/errors/0/category")).isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void aLabelsLimitLiesWithinThatOfThePair() throws IOException {
        client.post(CREATE, inputs(PLAIN, 10));

        Reply tooHigh = client.post(CREATE, inputs(BILLING, 11));
        client.post(CREATE, inputs(BILLING, 8));
        Reply tooLow = client.post(V4 + PAIR + "/batch/update", inputs(PLAIN, 7));
        Reply beyondHubSpots = client.post(V4 + PAIR + "/batch/update", inputs(PLAIN, 50_001));

        assertThat(tooHigh.text("/errors/0/message")).isEqualTo("maxToObjectIds must be from 1 to 10");
        assertThat(tooLow.text("/errors/0/message")).isEqualTo("maxToObjectIds must be from 8 to 50000");
        assertThat(beyondHubSpots.status()).isEqualTo(207);
    }

    @Test
    void whatAnInputNeeds() throws IOException {
        Reply noMaximum = client.post(CREATE, "{\"inputs\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":279}]}");
        Reply noType = client.post(CREATE, "{\"inputs\":[{\"category\":\"HUBSPOT_DEFINED\",\"maxToObjectIds\":1}]}");
        Reply noCategory = client.post(CREATE, "{\"inputs\":[{\"typeId\":279,\"maxToObjectIds\":1}]}");

        assertThat(noMaximum.text("/message")).endsWith("[maxToObjectIds]");
        assertThat(noType.text("/message")).endsWith("[typeId]");
        assertThat(noCategory.text("/message")).endsWith("[category]");
    }

    @Test
    void aLinkBeyondTheLimitIsRefused() throws IOException {
        String ann = contact("ann@example.com").id();
        String acme = company("Acme").id();
        String other = company("Other").id();
        client.post(CREATE, inputs(PLAIN, 1));

        assertThat(client.put(link(ann, acme), null).status()).isEqualTo(200);
        assertThat(client.put(link(ann, acme), null).status()).isEqualTo(200);
        assertBeyondTheLimit(client.put(link(ann, other), null), ann);
        assertBeyondTheLimit(
                client.put("/crm/objects/2026-03/companies/" + other + "/associations/default/contacts/" + ann, null),
                ann);
        Reply labelled = client.put(
                "/crm/objects/2026-09/contacts/" + ann + "/associations/companies/" + other,
                "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":" + BILLING + "}]");
        assertBeyondTheLimit(labelled, ann);
        assertThat(crm.links("contacts", ann, "companies")).hasSize(1);

        client.post(V4 + PAIR + "/batch/purge", "{\"inputs\":[{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":279}]}");
        assertThat(client.put(link(ann, other), null).status()).isEqualTo(200);
    }

    @Test
    void aLabelHasALimitOfItsOwn() throws IOException {
        String ann = contact("ann@example.com").id();
        String acme = company("Acme").id();
        String other = company("Other").id();
        crm.link("contacts", ann, "companies", acme, new LinkType("HUBSPOT_DEFINED", BILLING, null));
        client.post(CREATE, inputs(BILLING, 1));
        String body = "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":" + BILLING + "}]";

        assertBeyondTheLimit(
                client.put("/crm/v4/objects/contacts/" + ann + "/associations/companies/" + other, body), ann);
        assertThat(client.put("/crm/v4/objects/contacts/" + ann + "/associations/companies/" + acme, body)
                        .status())
                .isEqualTo(201);
        assertThat(client.put(link(ann, other), null).status()).isEqualTo(200);
    }

    @Test
    void aBatchRefusesTheLinksBeyondTheLimit() throws IOException {
        String ann = contact("ann@example.com").id();
        String bob = contact("bob@example.com").id();
        String acme = company("Acme").id();
        client.post(V4 + "/companies/contacts/batch/create", inputs(INVERSE, 1));
        String both = "{\"inputs\":[{\"from\":{\"id\":\"" + ann + "\"},\"to\":{\"id\":\"" + acme
                + "\"}},{\"from\":{\"id\":\"" + bob + "\"},\"to\":{\"id\":\"" + acme + "\"}}]}";

        Reply reply = client.post("/crm/v4/associations/contacts/companies/batch/associate/default", both);
        Reply labelled = client.post(
                "/crm/associations/2026-03/contacts/companies/batch/create",
                "{\"inputs\":[{\"from\":{\"id\":\"" + bob + "\"},\"to\":{\"id\":\"" + acme
                        + "\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":1}]}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.text("/errors/0/context/fromObjectId/0")).isEqualTo(bob);
        assertThat(reply.text("/errors/0/context/objectId/0")).isEqualTo(acme);
        assertThat(labelled.status()).isEqualTo(207);
        assertThat(labelled.at("/results")).isEmpty();
        assertThat(crm.links("companies", acme, "contacts")).hasSize(1);
    }

    @Test
    void newRecordsAreHeldToTheLimitsToo() throws IOException {
        String acme = company("Acme").id();
        String other = company("Other").id();
        client.post(CREATE, inputs(PLAIN, 1));
        client.post(V4 + "/companies/contacts/batch/create", inputs(INVERSE, 1));
        String linkedTo =
                "{\"to\":{\"id\":\"%s\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":279}]}";
        String contact = "{\"properties\":{\"email\":\"%s@example.com\"},\"associations\":[%s]}";
        String toAcme = linkedTo.formatted(acme);

        Reply two = client.post(CONTACTS, contact.formatted("ann", toAcme + "," + linkedTo.formatted(other)));
        Reply batch = client.post(
                CONTACTS + "/batch/create",
                "{\"inputs\":[" + contact.formatted("ann", toAcme) + "," + contact.formatted("bob", toAcme) + "]}");
        Reply one = client.post(CONTACTS, contact.formatted("ann", toAcme));
        Reply second = client.post(CONTACTS, contact.formatted("bob", toAcme));

        assertThat(two.status()).isEqualTo(400);
        assertBeyondTheLimit(batch, acme);
        assertThat(one.status()).isEqualTo(201);
        assertBeyondTheLimit(second, acme);
        assertThat(crm.records("contacts")).hasSize(1);
    }

    @Test
    void aLimitLeavesTheLinksThatAreThere() throws IOException {
        String ann = contact("ann@example.com").id();
        crm.link("contacts", ann, "companies", company("Acme").id());
        crm.link("contacts", ann, "companies", company("Other").id());

        assertThat(client.post(CREATE, inputs(PLAIN, 1)).status()).isEqualTo(201);

        assertThat(crm.links("contacts", ann, "companies")).hasSize(2);
    }

    @Test
    void aResetRemovesLimits() throws IOException {
        client.post(CREATE, inputs(PLAIN, 1));

        crm.reset();

        assertThat(client.get(V4 + "/all").at("/results")).isEmpty();
    }
}
