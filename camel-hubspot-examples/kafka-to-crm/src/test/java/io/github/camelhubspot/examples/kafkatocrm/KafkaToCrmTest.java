// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhubspot.examples.common.Account;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Every message becomes a contact or a dead letter, whatever happens on the way, on a real broker. */
class KafkaToCrmTest {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    private static final String UPSERT = "/crm/v3/objects/contacts/batch/upsert";
    private static final int PEOPLE = 60;

    @TempDir
    static Path folder;

    private final List<Main> programs = new ArrayList<>();
    private HubSpotSimulator hubSpot;
    private Broker broker;
    private Topics topics;

    @BeforeAll
    static void waitLongEnough() {
        Awaitility.setDefaultTimeout(1, TimeUnit.MINUTES);
    }

    @BeforeEach
    void startBroker() throws Exception {
        hubSpot = HUBSPOT.simulator();
        broker = Broker.start(folder);
        topics = new Topics(broker.address());
        topics.create();
    }

    @AfterEach
    void stopAll() {
        programs.forEach(Main::stop);
        topics.close();
        broker.close();
    }

    @Test
    void everyContactIsThereOnceAsItsLastMessageSays() throws Exception {
        sendVersions(1, 4);

        start();

        awaitAllCommitted();
        assertThat(contacts()).isEqualTo(contactsOfVersion(4));
        assertThat(topics.committed().values()).as("several partitions").doesNotContain(0L);
        assertThat(topics.dead()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsADeadLetterWithItsReason() throws Exception {
        topics.send("nobody", "{\"email\": \"nobody\", \"firstname\": \"No\"}");
        topics.send("kim@example.com", "{\"email\": \"kim@example.com\", \"shoe_size\": \"43\"}");
        topics.send("broken@example.com", "{\"email\": ");
        topics.send("gone@example.com", null);
        sendVersions(1, 1);

        start();

        awaitAllCommitted();
        assertThat(contacts()).isEqualTo(contactsOfVersion(1));
        Map<String, ConsumerRecord<String, String>> dead =
                topics.dead().stream().collect(Collectors.toMap(ConsumerRecord::key, message -> message));
        assertThat(dead).containsOnlyKeys("nobody", "kim@example.com", "broken@example.com", "gone@example.com");
        assertThat(dead.get("nobody").value()).isEqualTo("{\"email\":\"nobody\",\"firstname\":\"No\"}");
        assertThat(header(dead.get("nobody"), "category")).isEqualTo("VALIDATION_ERROR");
        assertThat(header(dead.get("nobody"), "reason")).contains("nobody");
        assertThat(header(dead.get("kim@example.com"), "properties")).isEqualTo("shoe_size");
        assertThat(dead.get("broken@example.com").value()).isEqualTo("{\"email\": ");
        assertThat(header(dead.get("broken@example.com"), "reason")).isEqualTo("The message is no JSON object");
        assertThat(dead.get("gone@example.com").value()).isNull();
    }

    @Test
    void anOutageCommitsNothingAndAllIsDoneWhenItIsOver() throws Exception {
        hubSpot.faults().always().matching("POST", UPSERT).answer(503);
        sendVersions(1, 1);

        start();

        // The batch is read more than once.
        Awaitility.await().until(() -> hubSpot.calls().size() >= 3);
        assertThat(topics.committed().values()).containsOnly(0L);
        hubSpot.faults().clear();
        awaitAllCommitted();
        assertThat(contacts()).isEqualTo(contactsOfVersion(1));
        assertThat(topics.dead()).isEmpty();
    }

    @Test
    void aBatchThatCouldNotBeSentWaitsBeforeItIsReadAgain() throws Exception {
        hubSpot.faults().always().matching("POST", UPSERT).answer(503);
        sendVersions(1, 1);

        Main program = start("5000");

        Awaitility.await().until(() -> isAt(program, "beforeTheNextAttempt"));
        assertThat(hubSpot.calls()).as("attempts until then").hasSize(1);
        hubSpot.faults().clear();
        awaitAllCommitted();
        assertThat(contacts()).isEqualTo(contactsOfVersion(1));
    }

    private static boolean isAt(Main program, String node) {
        return program.getCamelContext().getInflightRepository().browse().stream()
                .anyMatch(exchange -> node.equals(exchange.getNodeId()));
    }

    @Test
    void anotherConsumerTakesOverWhatTheFirstDidNotCommit() throws Exception {
        Main first = start();
        start();
        Awaitility.await().until(() -> topics.consumersWithPartitions() == 2);
        // HubSpot writes all, and nobody is told.
        hubSpot.faults().always().matching("POST", UPSERT).afterApplying().dropConnection();
        sendVersions(1, 2);
        Awaitility.await().until(() -> contacts().size() == PEOPLE);
        assertThat(topics.committed().values()).containsOnly(0L);

        first.stop();
        programs.remove(first);
        sendVersions(3, 3);
        hubSpot.faults().clear();

        awaitAllCommitted();
        assertThat(contacts()).isEqualTo(contactsOfVersion(3));
        assertThat(topics.consumersWithPartitions()).isEqualTo(1);
        assertThat(topics.dead()).isEmpty();
    }

    @Test
    void theDemonstrationShowsWhatBecameOfTheSamples() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        KafkaToCrm.demonstrate(folder, Account.of(hubSpot), new PrintStream(shown, true, StandardCharsets.UTF_8));

        assertThat(contacts()).hasSize(12).containsEntry("maja.lindqvist@example.com", "Head of purchasing");
        String text = shown.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.matches(" +\\d+ +(\\d+) +\\1")))
                .as(text)
                .hasSize(3);
        assertThat(text.lines().filter(line -> line.startsWith("    reason: ")))
                .as(text)
                .hasSize(3);
    }

    private Main start() {
        return start("100");
    }

    private Main start(String retryDelay) {
        Main program = KafkaToCrm.of(broker.address(), Account.of(hubSpot));
        // The simulator has no quota unless it is told one; the component has.
        program.addOverrideProperty("camel.component.hubspot.requests-per-ten-seconds", "100000");
        program.addOverrideProperty("camel.component.hubspot.max-retries", "0");
        program.addOverrideProperty("retry.delay", retryDelay);
        program.addOverrideProperty("camel.main.inflight-repository-browse-enabled", "true");
        programs.add(program);
        program.start();
        return program;
    }

    /** The messages of all people, version after version. */
    private void sendVersions(int from, int to) throws Exception {
        for (int version = from; version <= to; version++) {
            for (String email : contactsOfVersion(version).keySet()) {
                topics.send(email, "{\"email\": \"" + email + "\", \"jobtitle\": \"version " + version + "\"}");
            }
        }
    }

    private void awaitAllCommitted() {
        Awaitility.await().untilAsserted(() -> assertThat(topics.committed()).isEqualTo(topics.written()));
    }

    private static Map<String, String> contactsOfVersion(int version) {
        Map<String, String> contacts = new TreeMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            contacts.put("person" + person + "@example.com", "version " + version);
        }
        return contacts;
    }

    /** The job titles by e-mail address; fails where two contacts have one address. */
    private Map<String, String> contacts() {
        return hubSpot.crm().records("contacts").stream()
                .collect(Collectors.toMap(
                        record -> record.property("email"),
                        (SimulatedRecord record) -> record.property("jobtitle"),
                        (one, other) -> {
                            throw new AssertionError("Two contacts have one address");
                        },
                        TreeMap::new));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return StreamSupport.stream(message.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("none of " + Collections.singleton(name));
    }
}
