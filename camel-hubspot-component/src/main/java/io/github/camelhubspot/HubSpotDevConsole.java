// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the calls in flight, and those that wait, of each HubSpot component of the context; never a token. */
@DevConsole(name = "hubspot", displayName = "HubSpot", description = "Calls to HubSpot in flight and waiting")
public class HubSpotDevConsole extends AbstractDevConsole {

    public HubSpotDevConsole() {
        super("camel", "hubspot", "HubSpot", "Calls to HubSpot in flight and waiting");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return doCallJson(options).getCollection("components").stream()
                .map(JsonObject.class::cast)
                .map(one -> String.format(
                        "%s: %d accounts, %d calls in flight, %d waiting%n",
                        one.getString("name"),
                        one.getInteger("accounts"),
                        one.getInteger("inFlight"),
                        one.getInteger("waiting")))
                .collect(Collectors.joining());
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray components = new JsonArray();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof HubSpotComponent component
                    && component.clients() != null) {
                HubSpotClients.Load load = component.clients().load();
                JsonObject one = new JsonObject();
                one.put("name", name);
                one.put("accounts", load.accounts());
                one.put("inFlight", load.inFlight());
                one.put("waiting", load.waiting());
                components.add(one);
            }
        }
        JsonObject root = new JsonObject();
        root.put("components", components);
        return root;
    }
}
