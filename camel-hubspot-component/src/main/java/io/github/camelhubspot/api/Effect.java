// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

/** What an operation does to the CRM. */
public enum Effect {
    READ,
    CREATE,
    UPDATE,
    /** Updates, or creates what is not there. */
    UPSERT,
    /** Archives, deletes or unlinks. */
    REMOVE;

    /** What a method does, where its row says nothing else. */
    static Effect of(HttpMethod method) {
        return switch (method) {
            case GET -> READ;
            case POST, PUT -> CREATE;
            case PATCH -> UPDATE;
            case DELETE -> REMOVE;
        };
    }
}
