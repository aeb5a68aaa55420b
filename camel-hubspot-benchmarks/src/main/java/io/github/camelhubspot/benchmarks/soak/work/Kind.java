// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.Map;

/** What may be asked of HubSpot: an operation of the component, its options, and how much of the work is of that kind. */
public enum Kind {
    CREATE(18, Form.BATCH, "objects/companies?operation=batchCreate&idProperty=external_id&onConflict=skip"),
    UPSERT(8, Form.BATCH, "objects/companies?operation=batchUpsert&idProperty=external_id"),
    UPDATE_BY_ID(10, Form.BATCH, "objects/companies?operation=batchUpdate"),
    UPDATE_BY_KEY(8, Form.BATCH, "objects/companies?operation=batchUpdate&idProperty=external_id"),
    LINK(7, Form.BATCH, "associations/companies?toObjectType=contacts&operation=batchPutDefault"),
    LABEL(5, Form.BATCH, "associations/companies?toObjectType=contacts&operation=batchPut&associationLabel=Supplier"),
    ARCHIVE(7, Form.BATCH, "objects/companies?operation=batchArchive"),
    CREATE_WITHOUT_KEY(7, Form.BATCH, "objects/tickets?operation=batchCreate"),
    ONE_CREATE(1, Form.SINGLE, "objects/companies?operation=create&idProperty=external_id&onConflict=skip"),
    ONE_UPSERT(0.5, Form.SINGLE, "objects/companies?operation=upsert&idProperty=external_id"),
    ONE_UPDATE(1, Form.SINGLE, "objects/companies?operation=update"),
    ONE_LINK(0.5, Form.SINGLE, "associations/companies?toObjectType=contacts&operation=putDefault"),
    ONE_ARCHIVE(0.5, Form.SINGLE, "objects/companies?operation=archive"),
    ONE_CREATE_WITHOUT_KEY(1.5, Form.SINGLE, "objects/tickets?operation=create"),
    /** The rows of the table. */
    ROWS(25, Form.TABLE, "objects/companies?operation=batchUpsert&idProperty=external_id");

    /** How the work of a kind arrives. */
    public enum Form {
        /** A message with up to a hundred records. */
        BATCH,
        /** A message with one record, for an operation on one. */
        SINGLE,
        /** A row of the table. */
        TABLE
    }

    /** The unique property of the companies. */
    public static final String KEY_PROPERTY = "external_id";

    /** The label that {@link #LABEL} puts on links. */
    public static final String LINK_LABEL = "Supplier";

    private final double percent;
    private final Form form;
    private final String uri;

    Kind(double percent, Form form, String uri) {
        this.percent = percent;
        this.form = form;
        this.uri = uri;
    }

    /** How many of so many records are of this kind, at least one. */
    long share(long records) {
        return Math.max(1, Math.round(records * percent / 100));
    }

    public Form form() {
        return form;
    }

    /** The endpoint that does it; a batch gives the outcome of every record. */
    public String uri() {
        return "hubspot:" + uri + (form == Form.SINGLE ? "" : "&batchFailure=report&keepOutcomes=all");
    }

    /** Whether a second time changes nothing. A create without a unique property makes another record. */
    public boolean repeatable() {
        return this != CREATE_WITHOUT_KEY && this != ONE_CREATE_WITHOUT_KEY;
    }

    /** What names a record of the work, by itself or in HubSpot's envelope. */
    public static String keyOf(Object body) {
        if (!(body instanceof Map<?, ?> record)) {
            return String.valueOf(body);
        }
        if (record.containsKey("toObjectId")) {
            return record.get("objectId") + "->" + record.get("toObjectId");
        }
        Object key = record.containsKey("properties") ? record.get("id") : record.get(KEY_PROPERTY);
        return String.valueOf(key == null ? record.get("subject") : key);
    }
}
