// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the calls, batches and accounts of each HubSpot component of the context; never a token. */
@DevConsole(name = "hubspot", displayName = "HubSpot", description = "Calls, batches and accounts of HubSpot")
public class HubSpotDevConsole extends AbstractDevConsole {

    private static final int MAX_ACCOUNTS = 100;
    private static final int MAX_BATCHES = 20;

    public HubSpotDevConsole() {
        super("camel", "hubspot", "HubSpot", "Calls, batches and accounts of HubSpot");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        components().forEach(component -> append(text, component.name(), new ComponentView(component.clients())));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, ComponentView view) {
        CallStatistics calls = view.calls();
        line(
                text,
                "%s: %d accounts, %d calls in flight, %d waiting",
                name,
                view.accounts().size(),
                view.inFlight(),
                view.waiting());
        line(
                text,
                "  %d calls ended, %d of them failed, %d retries, %d tokens fetched",
                calls.calls(),
                calls.failedCalls(),
                calls.retries(),
                calls.tokensFetched());
        line(text, "  last success: %s", calls.lastSuccess() == null ? "none" : calls.lastSuccess());
        line(text, "  last failure: %s", calls.lastFailure() == null ? "none" : calls.lastFailure());
        view.batches()
                .longest(MAX_BATCHES)
                .forEach(batch -> line(
                        text,
                        "  batch %s since %s: %d inputs succeeded, %d did not",
                        batch.operation(),
                        batch.since(),
                        batch.succeeded(),
                        batch.others()));
        view.accounts().stream()
                .limit(MAX_ACCOUNTS)
                .forEach(account -> line(text, "  %s: %s", account.key().label(), AccountView.of(account)));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray components = new JsonArray();
        components()
                .forEach(component -> components.add(json(component.name(), new ComponentView(component.clients()))));
        JsonObject root = new JsonObject();
        root.put("components", components);
        return root;
    }

    private static JsonObject json(String name, ComponentView view) {
        CallStatistics calls = view.calls();
        JsonObject json = new JsonObject();
        json.put("name", name);
        json.put("accounts", view.accounts().size());
        json.put("inFlight", view.inFlight());
        json.put("waiting", view.waiting());
        json.put("calls", calls.calls());
        json.put("failedCalls", calls.failedCalls());
        json.put("retries", calls.retries());
        json.put("tokensFetched", calls.tokensFetched());
        if (calls.lastSuccess() != null) {
            json.put("lastSuccess", calls.lastSuccess().toString());
        }
        if (calls.lastFailure() != null) {
            json.put("lastFailure", failure(calls.lastFailure()));
        }
        JsonArray batches = new JsonArray();
        view.batches().longest(MAX_BATCHES).forEach(batch -> batches.add(batch(batch)));
        json.put("batches", batches);
        JsonArray accounts = new JsonArray();
        view.accounts().stream().limit(MAX_ACCOUNTS).forEach(account -> accounts.add(account(account)));
        json.put("list", accounts);
        return json;
    }

    private static JsonObject failure(CallStatistics.Failure failure) {
        JsonObject json = new JsonObject();
        json.put("kind", failure.kind().name());
        json.put("operation", failure.operation());
        json.put("time", failure.time().toString());
        return json;
    }

    private static JsonObject batch(RunningBatches.View batch) {
        JsonObject json = new JsonObject();
        json.put("operation", batch.operation());
        json.put("since", batch.since().toString());
        json.put("succeeded", batch.succeeded());
        json.put("notSucceeded", batch.others());
        return json;
    }

    private static JsonObject account(Account account) {
        JsonObject json = new JsonObject();
        json.put("account", account.key().account());
        json.putAll(AccountView.of(account));
        return json;
    }

    private Stream<HubSpotComponent> components() {
        return getCamelContext().getComponentNames().stream()
                .map(getCamelContext()::hasComponent)
                .filter(HubSpotComponent.class::isInstance)
                .map(HubSpotComponent.class::cast)
                .filter(component -> component.clients() != null)
                .distinct();
    }
}
