// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

import io.github.camelhubspot.client.AccountGovernor;

/** Shows the calls in flight, and those that wait, of each HubSpot component of the context; never a token. */
@DevConsole(name = "hubspot", displayName = "HubSpot", description = "Calls to HubSpot in flight and waiting")
public class HubSpotDevConsole extends AbstractDevConsole {

    private static final int MAX_ACCOUNTS = 100;

    public HubSpotDevConsole() {
        super("camel", "hubspot", "HubSpot", "Calls to HubSpot in flight and waiting");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        components().forEach(component -> {
            List<Account> accounts = component.clients().accounts().all();
            text.append(String.format(
                    "%s: %d accounts, %d calls in flight, %d waiting%n",
                    name(component),
                    accounts.size(),
                    sum(accounts, AccountGovernor::inFlight),
                    sum(accounts, AccountGovernor::waiting)));
            accounts.stream().limit(MAX_ACCOUNTS).forEach(account -> text.append("  ")
                    .append(account.key().label())
                    .append(": ")
                    .append(AccountView.of(account))
                    .append(System.lineSeparator()));
        });
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray components = new JsonArray();
        components().forEach(component -> {
            List<Account> accounts = component.clients().accounts().all();
            JsonObject one = new JsonObject();
            one.put("name", name(component));
            one.put("accounts", accounts.size());
            one.put("inFlight", sum(accounts, AccountGovernor::inFlight));
            one.put("waiting", sum(accounts, AccountGovernor::waiting));
            JsonArray list = new JsonArray();
            accounts.stream().limit(MAX_ACCOUNTS).forEach(account -> {
                JsonObject view = new JsonObject();
                view.put("account", account.key().account());
                view.putAll(AccountView.of(account));
                list.add(view);
            });
            one.put("list", list);
            components.add(one);
        });
        JsonObject root = new JsonObject();
        root.put("components", components);
        return root;
    }

    private Stream<HubSpotComponent> components() {
        return getCamelContext().getComponentNames().stream()
                .map(getCamelContext()::hasComponent)
                .filter(HubSpotComponent.class::isInstance)
                .map(HubSpotComponent.class::cast)
                .filter(component -> component.clients() != null)
                .distinct();
    }

    private String name(HubSpotComponent component) {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == component)
                .sorted()
                .findFirst()
                .orElse(HubSpotConstants.SCHEME);
    }

    private static int sum(List<Account> accounts, ToIntFunction<AccountGovernor> figure) {
        return accounts.stream().map(Account::governor).mapToInt(figure).sum();
    }
}
