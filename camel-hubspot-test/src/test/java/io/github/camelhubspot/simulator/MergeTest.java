// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Merging records, and deleting them for good. */
class MergeTest extends SimulatorTest {

    private Reply merge(String type, SimulatedRecord primary, SimulatedRecord other) throws IOException {
        return client.post(
                "/crm/v3/objects/" + type + "/merge",
                "{\"primaryObjectId\":\"" + primary.id() + "\",\"objectIdToMerge\":\"" + other.id() + "\"}");
    }

    @Test
    void mergedContactsGetANewIdAndAreFoundByTheOldOnes() throws IOException {
        SimulatedRecord ann = crm.create("contacts", Map.of("email", "ann@example.com", "city", "Oslo"));
        SimulatedRecord anne =
                crm.create("contacts", Map.of("email", "anne@example.com", "city", "Rome", "phone", "1"));
        String acme = company("Acme").id();
        crm.link("contacts", anne.id(), "companies", acme);

        Reply merged = merge("contacts", ann, anne);

        String id = merged.text("/id");
        assertThat(merged.status()).isEqualTo(200);
        assertThat(id).isNotIn(ann.id(), anne.id());
        assertThat(merged.text("/properties/email")).isEqualTo("ann@example.com");
        assertThat(merged.text("/properties/city")).isEqualTo("Oslo");
        assertThat(merged.text("/properties/phone")).isEqualTo("1");
        assertThat(merged.text("/properties/hs_additional_emails")).isEqualTo("anne@example.com");
        assertThat(merged.text("/properties/hs_merged_object_ids")).isEqualTo(ann.id() + ";" + anne.id());
        assertThat(client.get(CONTACTS + "/" + ann.id()).text("/id")).isEqualTo(id);
        assertThat(client.patch(CONTACTS + "/" + anne.id(), "{\"properties\":{\"city\":\"Bern\"}}")
                        .text("/id"))
                .isEqualTo(id);
        assertThat(crm.links("contacts", id, "companies")).hasSize(1);
        assertThat(crm.records("contacts")).hasSize(1);
        assertThat(client.post(CONTACTS, "{\"properties\":{\"email\":\"anne@example.com\"}}")
                        .text("/message"))
                .endsWith(id);
    }

    @Test
    void oldIdsDoNotWorkInABatchUpdate() throws IOException {
        SimulatedRecord first = company("Acme");
        SimulatedRecord second = company("Acme Ltd");
        merge("companies", first, second);

        Reply reply = client.post(
                COMPANIES + "/batch/update",
                "{\"inputs\":[{\"id\":\"" + first.id() + "\",\"properties\":{\"city\":\"Oslo\"}}]}");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.text("/errors/0/context/ids/0")).isEqualTo(first.id());
    }

    @Test
    void mergedTicketsKeepThePrimarysId() throws IOException {
        SimulatedRecord first = ticket("first");
        SimulatedRecord second = ticket("second");

        assertThat(merge("tickets", first, second).text("/id")).isEqualTo(first.id());
        assertThat(client.get(TICKETS + "/" + second.id()).text("/id")).isEqualTo(first.id());
    }

    @Test
    void whatCannotBeMerged() throws IOException {
        SimulatedRecord acme = company("Acme");

        assertThat(merge("companies", acme, acme).status()).isEqualTo(400);
        assertThat(client.post(COMPANIES + "/merge", "{\"primaryObjectId\":\"1\",\"objectIdToMerge\":\"2\"}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post("/crm/v3/objects/notes/merge", "{}").status()).isEqualTo(400);
    }

    @Test
    void gdprDeleteLeavesNothing() throws IOException {
        SimulatedRecord ann = contact("ann@example.com");
        SimulatedRecord bob = contact("bob@example.com");

        Reply byId = client.post(CONTACTS + "/gdpr-delete", "{\"objectId\":\"" + ann.id() + "\"}");
        Reply byEmail =
                client.post(CONTACTS + "/gdpr-delete", "{\"objectId\":\"bob@example.com\",\"idProperty\":\"email\"}");
        Reply unknown = client.post(
                CONTACTS + "/gdpr-delete", "{\"objectId\":\"nobody@example.com\",\"idProperty\":\"email\"}");

        assertThat(byId.status()).isEqualTo(204);
        assertThat(byEmail.status()).isEqualTo(204);
        assertThat(unknown.status()).isEqualTo(204);
        assertThat(client.get(CONTACTS + "/" + bob.id() + "?archived=true").status())
                .isEqualTo(404);
        assertThat(crm.records("contacts")).isEmpty();
        assertThat(crm.archivedRecords("contacts")).isEmpty();
    }
}
