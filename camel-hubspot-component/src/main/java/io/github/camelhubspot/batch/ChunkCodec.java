// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.client.Attempts;

/** What is particular to the requests and answers of one batch operation. */
interface ChunkCodec {

    /** The operation's row. */
    ApiOperation operation();

    /** The value of a variable of the path, the same for all entries of a chunk. */
    String pathValue(List<Entry> chunk, String name);

    /** The encoded query; null for none. */
    default String query() {
        return null;
    }

    /** The request of a chunk. */
    ObjectNode body(List<Entry> chunk);

    /** Whether the chunk may be sent again after its answer was lost; the row may forbid it too. */
    default boolean repeatable(List<Entry> chunk) {
        return true;
    }

    /** The texts by which a result may name its entry, the surest first. */
    Stream<String> namesIn(JsonNode result);

    /** The text by which results name an entry; null where nothing but a trace id does. */
    String nameOf(Entry entry);

    /** Takes over a success that HubSpot gave for an entry. */
    void succeeded(Entry entry, JsonNode result);

    /** Takes over that HubSpot refused an entry. */
    void refused(Entry entry, HubSpotError error);

    /**
     * Takes over that nobody knows whether HubSpot carried out what an entry asks for; may leave the entry open, to be
     * looked up.
     *
     * @param attempts how often it was sent
     */
    default void lost(Entry entry, HubSpotError error, Attempts attempts) {
        entry.ambiguous(error);
    }

    /** Whether an error of a batch is about an entry. */
    boolean names(HubSpotError error, Entry entry);

    /** Whether the answer names no results, so that a success means all. */
    default boolean answersWithoutResults() {
        return false;
    }

    /** Whether nothing is written, so that nothing can be ambiguous. */
    default boolean readsOnly() {
        return operation().effect() == Effect.READ;
    }
}
