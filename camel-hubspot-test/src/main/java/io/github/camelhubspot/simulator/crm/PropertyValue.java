// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.util.ArrayList;
import java.util.List;

/** The value of a property since some point in time, and the values before it. */
public final class PropertyValue {

    /** How many versions of a value are kept. */
    static final int KEPT_VERSIONS = 20;

    private final String value;
    private final long timestamp;
    private final PropertyValue previous;

    PropertyValue(String value, long timestamp, PropertyValue previous) {
        this.value = value;
        this.timestamp = timestamp;
        this.previous = previous;
    }

    /** The next version; the oldest ones are forgotten now and then, so that histories stay bounded. */
    PropertyValue next(String newValue, long now) {
        List<PropertyValue> versions = history();
        if (versions.size() < 2 * KEPT_VERSIONS) {
            return new PropertyValue(newValue, now, this);
        }
        PropertyValue chain = null;
        for (int i = KEPT_VERSIONS - 2; i >= 0; i--) {
            chain = new PropertyValue(versions.get(i).value, versions.get(i).timestamp, chain);
        }
        return new PropertyValue(newValue, now, chain);
    }

    /** The text as HubSpot stores it; empty when the value was cleared. */
    public String value() {
        return value;
    }

    /** When it was written, in epoch milliseconds. */
    public long timestamp() {
        return timestamp;
    }

    /** This version and those before it, newest first. */
    public List<PropertyValue> history() {
        List<PropertyValue> versions = new ArrayList<>();
        for (PropertyValue version = this; version != null; version = version.previous) {
            versions.add(version);
        }
        return versions;
    }

    /** The version that was current at the given time; null if there was none. */
    PropertyValue at(long time) {
        PropertyValue version = this;
        while (version != null && version.timestamp > time) {
            version = version.previous;
        }
        return version;
    }
}
