// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.batch.Conflicts;
import io.github.camelhubspot.batch.OutcomeStatus;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever messages share a call: each ends as it would have ended alone, and the account holds the same. */
class MicroBatchAloneTest extends TogetherTestSupport {

    private static final String COMPANIES = "hubspot:objects/companies?operation=";
    private static final String CONTACTS = "hubspot:objects/contacts?operation=";
    private static final String BY_EMAIL = "&idProperty=email";
    /** The record id that the first contact after the two companies gets. */
    private static final String MERGED = "10000000003";

    private static final String BY_KEY = "&idProperty=external_id";

    @Override
    void configure(HubSpotComponent component) {
        component.getConfiguration().setMaxRetryDelay(Duration.ofMillis(1));
        component.getConfiguration().setMaxRetries(1);
    }

    /** Messages for one endpoint, and what HubSpot is like meanwhile. */
    record Case(String uri, List<Message> messages, Consumer<HubSpotSimulator> hubSpot) {

        /** Whether HubSpot would not take all of them in one call, since they name something twice. */
        boolean apart() {
            List<Object> names = messages.stream()
                    .map(message -> message.body() instanceof Map<?, ?> body
                            ? body.get(body.containsKey("objectWriteTraceId") ? "objectWriteTraceId" : "external_id")
                            : null)
                    .filter(name -> name != null)
                    .<Object>map(name -> name.toString().trim().toLowerCase(Locale.ROOT))
                    .toList();
            return Set.copyOf(names).size() < names.size();
        }
    }

    private static Named<Case> of(String name, String uri, Object... bodies) {
        return of(name, uri, hubSpot -> {}, bodies);
    }

    private static Named<Case> of(String name, String uri, Consumer<HubSpotSimulator> hubSpot, Object... bodies) {
        List<Message> messages = Stream.of(bodies)
                .map(body -> body instanceof Message message ? message : Message.of(body))
                .toList();
        return Named.of(name, new Case(uri, messages, hubSpot));
    }

    private static Map<String, Object> company(String key, String name) {
        Map<String, Object> company = new LinkedHashMap<>();
        company.put("external_id", key);
        company.put("name", name);
        return company;
    }

    private static Message id(String id, Object body) {
        return new Message(body, Map.of(HubSpotConstants.OBJECT_ID, id));
    }

    /** Each as HubSpot may answer it: with what is good of a batch carried out, and with nothing. */
    static Stream<Named<Case>> cases() {
        return basicCases().flatMap(given -> {
            Case partial = given.getPayload();
            Case whole = new Case(partial.uri(), partial.messages(), hubSpot -> {
                hubSpot.settings().batchCreatePartialSuccess(false);
                partial.hubSpot().accept(hubSpot);
            });
            return partial.uri().contains("operation=get")
                    ? Stream.of(given)
                    : Stream.of(given, Named.of(given.getName() + ", all or nothing", whole));
        });
    }

    private static Stream<Named<Case>> basicCases() {
        String link = "{\"properties\": {\"name\": \"Linked\"}, \"associations\": [{\"to\": {\"id\": \"1\"}, \"types\":"
                + " [{\"associationCategory\": \"HUBSPOT_DEFINED\", \"associationTypeId\": 2}]}]}";
        return Stream.of(
                of("creates", COMPANIES + "create", company("C-1", "One"), company("C-2", "Two"), Map.of("name", "3")),
                of(
                        "creates, some refused",
                        COMPANIES + "create",
                        company("C-1", "One"),
                        Map.of("name", "Two", "misspelt", "x"),
                        Map.of("name", "Three", "numberofemployees", "many"),
                        company("taken", "Four"),
                        company("C-5", "Five")),
                of(
                        "creates with several faults each",
                        COMPANIES + "create",
                        Map.of("misspelt", "x"),
                        Map.of("name", "Two", "misspelt", "x", "wrong", "y", "numberofemployees", "many"),
                        Map.of("wrong", "y", "numberofemployees", "5"),
                        company("C-4", "Four")),
                of(
                        "creates, refused within a success",
                        COMPANIES + "create",
                        company("C-1", "One"),
                        Map.of("name", "Three", "numberofemployees", "many"),
                        company("taken", "Four")),
                of("creates that skip", COMPANIES + "create&onConflict=skip" + BY_KEY, taken()),
                of("creates of what is there", COMPANIES + "create" + BY_KEY, taken()),
                of("contacts that are there", CONTACTS + "create" + BY_EMAIL, twoContacts(), contacts()),
                of(
                        "contacts that are there, skipped",
                        CONTACTS + "create&onConflict=skip" + BY_EMAIL,
                        twoContacts(),
                        contacts()),
                of(
                        "contacts that are there, updated",
                        CONTACTS + "create&onConflict=update" + BY_EMAIL,
                        twoContacts(),
                        contacts()),
                of("creates that update", COMPANIES + "create&onConflict=update" + BY_KEY, taken()),
                of(
                        "a create with the id of something else in its header",
                        COMPANIES + "create&onConflict=update" + BY_KEY,
                        id("other", company("taken", "New")),
                        id("other", company("C-2", "New"))),
                of("creates with a bad body", COMPANIES + "create", company("C-1", "One"), List.of(1, 2), "[", null),
                of(
                        "creates with a trace id of their own",
                        COMPANIES + "create",
                        Map.of("properties", company("C-1", "One"), "objectWriteTraceId", "mine"),
                        Map.of("properties", company("C-2", "Two"), "objectWriteTraceId", "mine")),
                of(
                        "creates with a link",
                        "hubspot:objects/contacts?operation=create",
                        link,
                        link.replace(" 2}", " -1}")),
                of(
                        "creates, one of them nested too deeply",
                        COMPANIES + "create",
                        company("C-1", "One"),
                        Map.of("properties", company("C-2", "Two"), "associations", nested(300))),
                of(
                        "creates whose answers are lost",
                        COMPANIES + "create" + BY_KEY,
                        hubSpot -> hubSpot.faults()
                                .always()
                                .matching("POST", "*")
                                .afterApplying()
                                .dropConnection(),
                        company("C-1", "One"),
                        company("C-2", "Two")),
                of(
                        "creates without a key whose answers are lost",
                        COMPANIES + "create",
                        hubSpot ->
                                hubSpot.faults().always().matching("POST", "*").dropConnection(),
                        Map.of("name", "One"),
                        Map.of("name", "Two")),
                of(
                        "updates by id, one of them of nothing",
                        COMPANIES + "update",
                        id("1", Map.of("name", "One")),
                        id("2", Map.of("name", "")),
                        id("999", Map.of("name", "Nobody")),
                        Map.of("id", "2", "properties", Map.of("name", "Two")),
                        id("2", Map.of("misspelt", "x")),
                        Map.of("name", "without id")),
                of(
                        "updates by key",
                        COMPANIES + "update" + BY_KEY,
                        company("taken", "One"),
                        company("nobody", "Two"),
                        Map.of("external_id", "other", "numberofemployees", "many")),
                of(
                        "upserts",
                        COMPANIES + "upsert" + BY_KEY,
                        company("taken", "One"),
                        company("C-2", "Two"),
                        Map.of("name", "Three"),
                        Map.of("external_id", "C-4", "numberofemployees", "many")),
                of("upserts of one key", COMPANIES + "upsert" + BY_KEY, company("C-1", "A"), company("c-1 ", "B")),
                of("gets", COMPANIES + "get", "1", "999", 2, Map.of("id", "2"), id("1", "ignored")),
                of("gets of some properties", COMPANIES + "get&properties=name,domain", "1", "2"),
                of("gets with history", COMPANIES + "get&propertiesWithHistory=name", "1", "2"),
                of("gets by key", COMPANIES + "get&properties=name" + BY_KEY, "taken", "nobody", "other"),
                of(
                        "gets by secondary address",
                        CONTACTS + "get&properties=firstname" + BY_EMAIL,
                        twoAddresses(),
                        "b2@contacts.example",
                        "a2@contacts.example"),
                of(
                        "gets by secondary address, and of nobody",
                        CONTACTS + "get&properties=firstname" + BY_EMAIL,
                        twoAddresses(),
                        "b2@contacts.example",
                        "nobody@contacts.example",
                        "a1@contacts.example"),
                of(
                        "gets of one contact by two addresses",
                        CONTACTS + "get&properties=firstname,hs_additional_emails" + BY_EMAIL,
                        twoAddresses(),
                        "b2@contacts.example",
                        "b1@contacts.example"),
                of("gets of what is not there", COMPANIES + "get&notFound=empty", "1", "999"),
                of("gets of nothing else", COMPANIES + "get&notFound=empty", "998", "999"),
                of("gets as text", COMPANIES + "get&outputType=string&properties=name", "1"),
                of("gets of a merged record", CONTACTS + "get&properties=firstname", merged(), MERGED, "999"),
                of(
                        "updates of a merged record",
                        CONTACTS + "update",
                        merged(),
                        id(MERGED, Map.of("firstname", "One")),
                        id("999", Map.of("firstname", "Two"))),
                of("archives", COMPANIES + "archive", "1", "999", "2", Map.of("no", "id")),
                of("a type that does not exist", "hubspot:objects/misspelt?operation=create", company("C-1", "One")),
                of(
                        "a token that is not accepted",
                        COMPANIES + "create",
                        hubSpot -> hubSpot.settings().accessToken("another"),
                        company("C-1", "One"),
                        company("C-2", "Two")),
                of(
                        "a missing scope",
                        COMPANIES + "update",
                        hubSpot -> hubSpot.settings().withoutScopes("crm.objects.companies.write"),
                        id("1", Map.of("name", "One")),
                        id("2", Map.of("name", "Two"))),
                of(
                        "creates without the scope to read",
                        COMPANIES + "create" + BY_KEY,
                        hubSpot -> hubSpot.settings()
                                .batchCreatePartialSuccess(false)
                                .withoutScopes("crm.objects.companies.read"),
                        company("C-1", "One"),
                        company("taken", "Two"),
                        company("C-3", "Three")),
                of(
                        "creates while nothing can be looked up",
                        COMPANIES + "create" + BY_KEY,
                        hubSpot -> {
                            hubSpot.settings().batchCreatePartialSuccess(false);
                            hubSpot.faults()
                                    .always()
                                    .matching("POST", "*/batch/read")
                                    .answer(503);
                        },
                        company("C-1", "One"),
                        company("taken", "Two"),
                        company("C-3", "Three")),
                of(
                        "updates by key without the scope to read",
                        COMPANIES + "update" + BY_KEY,
                        hubSpot -> hubSpot.settings().withoutScopes("crm.objects.companies.read"),
                        company("taken", "One"),
                        company("other", "Two")),
                of("creates in an outage", COMPANIES + "create", outage(), company("C-1", "One"), Map.of("name", "2")),
                of("upserts in an outage", COMPANIES + "upsert" + BY_KEY, outage(), company("C-1", "One")),
                of("updates in an outage", COMPANIES + "update", outage(), id("1", Map.of("name", "One"))),
                of("gets in an outage", COMPANIES + "get", outage(), "1", "2"),
                of(
                        "the daily limit",
                        COMPANIES + "create",
                        hubSpot -> hubSpot.faults().always().rateLimited("DAILY"),
                        company("C-1", "One")));
    }

    private static Consumer<HubSpotSimulator> merged() {
        return hubSpot -> {
            SimulatedRecord old = hubSpot.crm().create("contacts", Map.of("email", "a@contacts.example"));
            SimulatedRecord kept = hubSpot.crm().create("contacts", Map.of("email", "b@contacts.example"));
            assertThat(old.id()).isEqualTo(MERGED);
            hubSpot.crm().merge("contacts", kept.id(), old.id());
        };
    }

    private static Consumer<HubSpotSimulator> twoContacts() {
        return hubSpot -> contacts(2).forEach(contact -> hubSpot.crm().create("contacts", contact));
    }

    private static Object[] contacts() {
        return contacts(3).toArray();
    }

    private static Stream<Map<String, String>> contacts(int count) {
        return Stream.of("a", "b", "c")
                .limit(count)
                .map(name -> Map.of("email", name + "@contacts.example", "firstname", name));
    }

    /** Each contact has two addresses, by both of which HubSpot finds it. */
    private static Consumer<HubSpotSimulator> twoAddresses() {
        return hubSpot -> {
            hubSpot.settings().resultsInReverseOrder(true);
            for (String name : List.of("a", "b")) {
                hubSpot.crm()
                        .create(
                                "contacts",
                                Map.of(
                                        "firstname",
                                        name,
                                        "email",
                                        name + "1@contacts.example",
                                        "hs_additional_emails",
                                        name + "2@contacts.example"));
            }
        };
    }

    private static Object nested(int levels) {
        return levels == 0 ? "x" : List.of(nested(levels - 1));
    }

    private static Object[] taken() {
        return new Object[] {company("taken", "New"), company("C-2", "Two"), company("other", "New too")};
    }

    private static Consumer<HubSpotSimulator> outage() {
        return hubSpot -> hubSpot.faults().always().answer(503);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachMessageEndsAsItWouldHaveAlone(Case given) throws Exception {
        prepare(given);
        List<Exchange> exchanges = new ArrayList<>();
        for (Message message : given.messages()) {
            exchanges.addAll(together(given.uri(), List.of(message)));
        }
        List<Map<String, Object>> alone = told(exchanges);
        Map<String, Map<String, String>> recordsAlone = records();

        prepare(given);
        String shared = given.uri() + "&microBatch=true&microBatchDelay=100ms";
        List<Map<String, Object>> together = told(together(shared, given.messages()));

        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).as("message %d", i).isEqualTo(alone.get(i));
        }
        assertThat(records()).isEqualTo(recordsAlone);
        // What batches leave open is asked for alone.
        assertThat(calls().get(0).path()).contains("/batch/");
        if (alone.stream().allMatch(end -> end.get("exception").equals("none")) && !given.apart()) {
            assertThat(calls().get(0).bodyJson().path("inputs")).hasSize(alone.size());
        }
    }

    private void prepare(Case given) {
        simulator().reset();
        simulator().clock().stopAt(Instant.parse("2026-11-24T08:00:00Z"));
        simulator()
                .crm()
                .defineProperty(
                        "companies", PropertyDefinition.string("external_id").unique());
        simulator().crm().create("companies", Map.of("external_id", "taken", "name", "Before", "domain", "a.example"));
        simulator().crm().create("companies", Map.of("external_id", "other", "name", "Before"));
        given.hubSpot().accept(simulator());
    }

    /** What the account holds, without the record ids. */
    private Map<String, Map<String, String>> records() {
        Map<String, Map<String, String>> content = new TreeMap<>();
        for (String type : List.of("companies", "contacts")) {
            for (SimulatedRecord record : simulator().crm().records(type)) {
                Map<String, String> properties = new TreeMap<>(record.properties());
                properties.remove("hs_object_id");
                content.merge(properties.toString(), properties, (one, other) -> {
                    throw new AssertionError("Twice: " + one);
                });
            }
        }
        return content;
    }

    private List<Map<String, Object>> told(List<Exchange> exchanges) {
        return exchanges.stream().map(this::told).toList();
    }

    /** All that a route can see of how an exchange ended, but for what differs between any two calls. */
    private Map<String, Object> told(Exchange exchange) {
        Map<String, Object> told = new TreeMap<>();
        Exception exception = exchange.getException();
        told.put("exception", exception == null ? "none" : exception.getClass());
        if (exception instanceof HubSpotException hubSpot) {
            HubSpotError error = hubSpot.getError();
            told.put("status", error.status());
            told.put("category", String.valueOf(error.category()));
            told.put("properties", error.propertyNames().toList());
            told.put("context", error.context());
            told.put(
                    "contexts",
                    error.details().stream().map(HubSpotError.Detail::context).toList());
            if (error.conflict()) {
                Optional<String> named = Conflicts.existingId(error);
                told.put("existing", named.map(this::content).orElseGet(() -> itself(exchange)));
            } else if (!(exception instanceof HubSpotNotFoundException)) {
                // HubSpot's calls for one and for many have different words for what is not there.
                told.put("error", error.message());
            }
            told.put("message", exception.getMessage().replaceAll(" \\(correlation id [^)]*\\)", ""));
        } else if (exception != null) {
            told.put("message", exception.getMessage());
        }
        told.put("body", String.valueOf(withoutIds(exchange.getMessage().getBody())));
        exchange.getMessage()
                .getHeaders()
                .forEach((name, value) -> told.put(
                        name,
                        switch (name) {
                            case HubSpotConstants.CORRELATION_ID -> "there";
                            case HubSpotConstants.RESULT_ID -> content(value.toString());
                            default -> value;
                        }));
        if (told.get(HubSpotConstants.OUTCOME) == OutcomeStatus.SKIPPED) {
            told.computeIfAbsent(HubSpotConstants.RESULT_ID, header -> itself(exchange));
        }
        return told;
    }

    /** The record that a conflict is about where HubSpot does not name it. */
    private String itself(Exchange exchange) {
        String key = String.valueOf(exchange.getMessage().getBody(Map.class).get("external_id"));
        return content(simulator()
                .crm()
                .find("companies", "external_id", key)
                .orElseThrow()
                .id());
    }

    /** What identifies a record in any account. */
    private String content(String id) {
        return Stream.of("companies", "contacts")
                .flatMap(type -> simulator().crm().records(type).stream())
                .filter(record -> record.id().equals(id))
                .map(record -> {
                    Map<String, String> properties = new TreeMap<>(record.properties());
                    properties.remove("hs_object_id");
                    return properties.toString();
                })
                .findFirst()
                .orElse("none");
    }

    private static Object withoutIds(Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            return body instanceof String text ? text.replaceAll("\"(id|hs_object_id)\":\"\\d+\"", "") : body;
        }
        Map<String, Object> rest = new TreeMap<>();
        map.forEach((name, value) -> {
            if (!name.equals("id") && !name.equals("hs_object_id")) {
                Object known = name.equals("url") ? value.toString().replaceAll("\\d+$", "") : withoutIds(value);
                rest.put(name.toString(), known);
            }
        });
        return rest;
    }
}
