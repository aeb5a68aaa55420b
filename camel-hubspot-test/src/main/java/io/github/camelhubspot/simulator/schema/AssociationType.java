// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

/** One way in which a record of one type can be linked to a record of another, in one direction. */
public final class AssociationType {

    public static final String HUBSPOT_DEFINED = "HUBSPOT_DEFINED";
    public static final String USER_DEFINED = "USER_DEFINED";

    private final ObjectType from;
    private final ObjectType to;
    private final String category;
    private final int typeId;
    private final String name;
    private volatile String label;
    private volatile AssociationType inverse;

    AssociationType(ObjectType from, ObjectType to, String category, int typeId, String name, String label) {
        this.from = from;
        this.to = to;
        this.category = category;
        this.typeId = typeId;
        this.name = name;
        this.label = label;
    }

    public ObjectType from() {
        return from;
    }

    public ObjectType to() {
        return to;
    }

    public String category() {
        return category;
    }

    public int typeId() {
        return typeId;
    }

    /** The name in the associations of v3 reads, such as {@code contact_to_company_unlabeled}. */
    public String name() {
        return name;
    }

    /** The text people see; null for the plain type. */
    public String label() {
        return label;
    }

    public boolean isPlain() {
        return label == null;
    }

    /** The same link seen from the other record; null where HubSpot has none. */
    public AssociationType inverse() {
        return inverse;
    }

    void relabel(String newLabel) {
        label = newLabel;
    }

    void pairWith(AssociationType other) {
        inverse = other;
        other.inverse = this;
    }
}
