// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import java.util.List;
import java.util.Map;

import org.apache.camel.Body;
import org.apache.camel.ExchangeException;

import io.github.camelhubspot.HubSpotValidationException;

/** What those who sign up are answered. */
public final class Answers {

    /** The contact that HubSpot has now, from what HubSpot answered. */
    public Map<String, Object> accepted(@Body Map<String, Object> contact) {
        return Map.of("contact", contact.get("id"), "new", contact.get("new"));
    }

    /** What to correct; nothing of HubSpot's own words, which are not for visitors. */
    public Map<String, Object> refused(@ExchangeException Exception reason) {
        if (reason instanceof HubSpotValidationException refusal && refusal.getError() != null) {
            return Map.of("correct", refusal.getError().propertyNames().toList());
        }
        return Map.of("correct", List.of("email"), "send", "a JSON object with email, firstname and lastname");
    }

    /** Nothing is wrong with the sign-up. */
    public Map<String, Object> later() {
        return Map.of("try", "later");
    }
}
