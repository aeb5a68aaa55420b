// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

import io.github.camelhubspot.HubSpotComponent;

/** The options of the component, as its catalog names them. */
final class ComponentOptions {

    private static final String CATALOG = "/META-INF/io/github/camelhubspot/hubspot.json";

    /** Replaces what other options have set, so it comes first. */
    private static final String CONFIGURATION = "configuration";

    private final Map<String, Boolean> secrets = new LinkedHashMap<>();

    private ComponentOptions(JsonObject catalogued) {
        secrets.put(CONFIGURATION, false);
        catalogued.forEach(
                (name, option) -> secrets.put(name, ((JsonObject) option).getBooleanOrDefault("secret", false)));
    }

    static ComponentOptions ofCatalog() {
        try (InputStream bytes = HubSpotComponent.class.getResourceAsStream(CATALOG);
                Reader catalog = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            JsonObject component = (JsonObject) Jsoner.deserialize(catalog);
            return new ComponentOptions((JsonObject) component.get("componentProperties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DeserializationException e) {
            throw new IllegalStateException("The catalog of the component is no JSON: " + CATALOG, e);
        }
    }

    /** Their names, in the order in which they are to be set. */
    Set<String> names() {
        return secrets.keySet();
    }

    boolean isSecret(String name) {
        return secrets.get(name);
    }
}
