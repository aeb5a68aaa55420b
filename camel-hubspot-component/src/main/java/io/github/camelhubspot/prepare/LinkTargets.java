// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.HubSpotWarning;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.lookup.KeyTarget;
import io.github.camelhubspot.lookup.NaturalKeys;
import io.github.camelhubspot.record.LinkInput;

/** Finds the records that links connect, where natural keys name them. */
public final class LinkTargets {

    private final NaturalKeys keys;
    private final Targets targets;
    private final boolean removes;

    /**
     * Targets.
     *
     * @param removes whether links are removed, for which no record is ever created
     */
    public LinkTargets(NaturalKeys keys, MissingTarget missing, boolean removes) {
        this.keys = keys;
        this.targets = new Targets(keys, missing);
        this.removes = removes;
    }

    /** What becomes of each link, in their order. */
    public CompletableFuture<List<Found>> find(List<LinkInput> links) {
        List<NaturalKey> wanted = Targets.distinct(links.stream()
                .flatMap(link -> Stream.concat(link.fromKeys().values().stream(), link.toKeys().values().stream())));
        if (wanted.isEmpty()) {
            return CompletableFuture.completedFuture(
                    links.stream().map(Found::as).toList());
        }
        // HubSpot says nothing against removing a link of a record that is gone.
        CompletableFuture<Map<NaturalKey, KeyTarget>> found = removes ? keys.findNow(wanted) : targets.of(wanted);
        return found.thenApply(
                byKey -> links.stream().map(link -> found(link, byKey)).toList());
    }

    private Found found(LinkInput link, Map<NaturalKey, KeyTarget> byKey) {
        End from = end("The record that the link goes out from", List.of(link.objectId()), link.fromKeys(), byKey);
        End to = end("The target of the link", link.toObjectIds(), link.toKeys(), byKey);
        if (from.failure != null || to.failure != null) {
            return new Found(link, from.failure != null ? from.failure : to.failure, List.of(), false);
        }
        List<HubSpotWarning> warnings = new ArrayList<>(from.warnings);
        warnings.addAll(to.warnings);
        boolean leftOut = from.ids.isEmpty() || to.ids.isEmpty();
        return new Found(leftOut ? link : link.withIds(from.ids.get(0), to.ids), null, warnings, leftOut);
    }

    private End end(String name, List<String> ids, Map<String, NaturalKey> keyed, Map<NaturalKey, KeyTarget> byKey) {
        End end = new End(new ArrayList<>(), new ArrayList<>(), null);
        for (String id : ids) {
            NaturalKey key = keyed.get(id);
            KeyTarget target = key == null ? null : byKey.get(key);
            if (target == null) {
                end.ids.add(id);
            } else if (targets.leavesOut(target)) {
                end.warnings.add(Targets.warning(name, key));
            } else if (target.id() == null) {
                return new End(List.of(), List.of(), Targets.failure(name, key, target));
            } else {
                end.ids.add(target.id());
            }
        }
        return end;
    }

    /**
     * Whether a refusal shows that a record is gone which a key named, so that the link is to be looked up anew.
     *
     * @param given the link with its keys
     * @param sent the link as HubSpot refused it
     */
    public boolean outdated(LinkInput given, LinkInput sent, HubSpotError error) {
        Map<NaturalKey, String> ids = new HashMap<>();
        given.fromKeys().values().forEach(key -> ids.put(key, sent.objectId()));
        given.toKeys().values().forEach(key -> ids.put(key, sent.toObjectId()));
        boolean outdated = false;
        for (Map.Entry<NaturalKey, String> id : ids.entrySet()) {
            outdated |= targets.forget(id.getKey(), id.getValue(), error);
        }
        return outdated;
    }

    private record End(List<String> ids, List<HubSpotWarning> warnings, CallFailure failure) {}

    /**
     * What becomes of a link.
     *
     * @param link the link between ids; as it was where it cannot be written
     * @param failure why it cannot be written; null where it can
     * @param warnings what its sender should know
     * @param leftOut whether it is left out, since a record does not exist
     */
    public record Found(LinkInput link, CallFailure failure, List<HubSpotWarning> warnings, boolean leftOut) {
        private static Found as(LinkInput link) {
            return new Found(link, null, List.of(), false);
        }
    }
}
