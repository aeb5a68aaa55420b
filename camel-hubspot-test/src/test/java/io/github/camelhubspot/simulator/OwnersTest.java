// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.schema.Owner;

import static org.assertj.core.api.Assertions.assertThat;

/** The owners of the account. */
class OwnersTest extends SimulatorTest {

    private static final String OWNERS = "/crm/v3/owners";

    private Owner jane;

    @BeforeEach
    void addJane() {
        jane = crm.addOwner(Owner.person("jane@example.com", "Jane", "Doe")
                .inTeam("7", "West")
                .inTeam("8", "East"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNERS, "/crm/owners/2025-09", "/crm/owners/2026-03", "/crm/owners/2026-09"})
    void listAndGet(String path) throws IOException {
        Reply list = client.get(path);
        Reply one = client.get(path + "/" + jane.id());

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/results")).hasSize(2);
        assertThat(list.body().has("paging")).isFalse();
        assertThat(list.at("/results/1")).isEqualTo(one.body());
        assertThat(one.text("/id")).isEqualTo(jane.id());
        assertThat(one.text("/email")).isEqualTo("jane@example.com");
        assertThat(one.text("/type")).isEqualTo("PERSON");
        assertThat(one.text("/firstName")).isEqualTo("Jane");
        assertThat(one.text("/lastName")).isEqualTo("Doe");
        assertThat(one.at("/userId").asLong()).isEqualTo(jane.userId());
        assertThat(one.at("/userIdIncludingInactive").asLong()).isEqualTo(jane.userId());
        assertThat(one.text("/userId")).isNotEqualTo(jane.id());
        assertThat(one.at("/archived").asBoolean(true)).isFalse();
        assertThat(one.text("/createdAt")).isNotEmpty();
        assertThat(one.text("/teams/0/name")).isEqualTo("West");
        assertThat(one.at("/teams/0/primary").asBoolean()).isTrue();
        assertThat(one.text("/teams/1/id")).isEqualTo("8");
        assertThat(one.at("/teams/1/primary").asBoolean(true)).isFalse();
        assertThat(list.at("/results/0").has("teams")).isFalse();
    }

    @Test
    void pages() throws IOException {
        crm.addOwner(Owner.person("joe@example.com", "Joe", "Doe"));

        Reply first = client.get(OWNERS + "?limit=2");
        Reply second = client.get(OWNERS + "?limit=2&after=" + first.text("/paging/next/after"));

        assertThat(first.at("/results")).hasSize(2);
        assertThat(first.text("/paging/next/link")).isNotEmpty();
        assertThat(second.at("/results")).hasSize(1);
        assertThat(second.text("/results/0/firstName")).isEqualTo("Joe");
        assertThat(second.body().has("paging")).isFalse();
    }

    @Test
    void aPageHasAHundredOwnersUnlessTheCallSaysMore() throws IOException {
        for (int i = 0; i < 500; i++) {
            crm.addOwner(Owner.person("o" + i + "@example.com", "O", "" + i));
        }

        assertThat(client.get(OWNERS).at("/results")).hasSize(100);
        assertThat(client.get(OWNERS + "?limit=500").at("/results")).hasSize(500);
        assertThat(client.get(OWNERS + "?limit=501").status()).isEqualTo(400);
        assertThat(client.get(OWNERS + "?limit=0").status()).isEqualTo(400);
        assertThat(client.get(OWNERS + "?after=x").status()).isEqualTo(400);
    }

    @Test
    void byEmail() throws IOException {
        assertThat(client.get(OWNERS + "?email=JANE%40example.com").text("/results/0/id"))
                .isEqualTo(jane.id());
        assertThat(client.get(OWNERS + "?email=nobody%40example.com").at("/results"))
                .isEmpty();
    }

    @Test
    void byUserId() throws IOException {
        Reply found = client.get(OWNERS + "/" + jane.userId() + "?idProperty=userId");

        assertThat(found.text("/id")).isEqualTo(jane.id());
        assertThat(client.get(OWNERS + "/" + jane.id() + "?idProperty=id").status())
                .isEqualTo(200);
        assertThat(client.get(OWNERS + "/" + jane.userId()).status()).isEqualTo(404);
        assertThat(client.get(OWNERS + "/" + jane.id() + "?idProperty=userId").status())
                .isEqualTo(404);
        assertThat(client.get(OWNERS + "/" + jane.id() + "?idProperty=email").status())
                .isEqualTo(400);
        assertThat(client.get(OWNERS + "/jane").status()).isEqualTo(404);
    }

    @Test
    void deactivatedOwnersAreHidden() throws IOException {
        Owner gone = crm.addOwner(Owner.person("gone@example.com", "G", "One").asArchived());

        Reply list = client.get(OWNERS + "?archived=true");
        Reply one = client.get(OWNERS + "/" + gone.id() + "?archived=true");

        assertThat(client.get(OWNERS).at("/results")).hasSize(2);
        assertThat(client.get(OWNERS + "/" + gone.id()).status()).isEqualTo(404);
        assertThat(client.get(OWNERS + "/" + jane.id() + "?archived=true").status())
                .isEqualTo(404);
        assertThat(list.at("/results")).hasSize(1);
        assertThat(one.at("/archived").asBoolean()).isTrue();
        assertThat(one.at("/userId").isNull()).isTrue();
        assertThat(one.at("/userIdIncludingInactive").asLong()).isEqualTo(gone.userId());
        assertThat(client.get(OWNERS + "/" + gone.userId() + "?archived=true&idProperty=userId")
                        .text("/id"))
                .isEqualTo(gone.id());
    }

    @Test
    void aQueueIsNobody() throws IOException {
        Owner queue = crm.addOwner(Owner.queue("Support"));

        Reply reply = client.get(OWNERS + "/" + queue.id());

        assertThat(reply.text("/type")).isEqualTo("QUEUE");
        assertThat(reply.text("/firstName")).isEqualTo("Support");
        assertThat(reply.at("/email").isNull()).isTrue();
        assertThat(reply.at("/userId").isNull()).isTrue();
    }

    @Test
    void ownersCannotBeWritten() throws IOException {
        assertThat(client.post(OWNERS, "{}").status()).isEqualTo(405);
        assertThat(client.delete(OWNERS + "/" + jane.id()).status()).isEqualTo(405);
    }

    @Test
    void ownersNeedAScope() throws IOException {
        simulator.settings().withoutScopes("crm.objects.owners.read");

        assertThat(client.get(OWNERS).status()).isEqualTo(403);
        assertThat(client.get(OWNERS + "/" + jane.id()).text("/errors/0/context/requiredGranularScopes/0"))
                .isEqualTo("crm.objects.owners.read");
    }

    @Test
    void aResetLeavesTheFirstOwner() throws IOException {
        crm.reset();

        assertThat(client.get(OWNERS).at("/results")).hasSize(1);
    }
}
