// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.schema;

/** One way in which a record of one type can be linked to a record of another, in one direction. */
public final class AssociationType {

    public static final String HUBSPOT_DEFINED = "HUBSPOT_DEFINED";
    public static final String USER_DEFINED = "USER_DEFINED";

    /** In place of a limit where the account has set none. */
    public static final int UNLIMITED = 0;

    private final ObjectType from;
    private final ObjectType to;
    private final String category;
    private final int typeId;
    private final String name;
    private volatile String label;
    private volatile AssociationType inverse;
    private volatile int maxToObjectIds = UNLIMITED;

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

    public boolean isLimited() {
        return maxToObjectIds != UNLIMITED;
    }

    /** How many links of this type the account allows to one record. */
    public int maxToObjectIds() {
        return maxToObjectIds;
    }

    public void limitTo(int maximum) {
        maxToObjectIds = maximum;
    }

    void relabel(String newLabel) {
        label = newLabel;
    }

    void pairWith(AssociationType other) {
        inverse = other;
        other.inverse = this;
    }
}
