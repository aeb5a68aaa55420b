// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.NaturalKey;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.KeyTarget;
import io.github.camelhubspot.lookup.LookupResult;
import io.github.camelhubspot.lookup.NaturalKeys;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordLink;

/** Finds out where the associations of records lead that are named by natural keys, and of what types they are. */
public final class RecordTargets implements Preparation {

    private final String objectType;
    private final boolean inline;
    private final Targets targets;
    private final AssociationLabels labels;

    /**
     * A preparation.
     *
     * @param objectType the type of the records
     * @param inline whether a link without types needs the default one, since it is written with its record
     */
    public RecordTargets(
            String objectType, boolean inline, NaturalKeys keys, MissingTarget missing, AssociationLabels labels) {
        this.objectType = objectType;
        this.inline = inline;
        this.targets = new Targets(keys, missing);
        this.labels = labels;
    }

    @Override
    public CompletableFuture<Void> prepare(List<Draft> drafts) {
        List<Draft> linked = drafts.stream()
                .filter(Draft::open)
                .filter(draft -> draft.record().associations() != null
                        && draft.record().links().stream().anyMatch(link -> !link.plain()))
                .toList();
        if (linked.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return types(linked).thenCompose(done -> findAll(linked));
    }

    /** The types first, so that nothing is created for a link that cannot be written. */
    private CompletableFuture<Void> types(List<Draft> linked) {
        Map<Wanted, CompletableFuture<LookupResult<ArrayNode>>> wanted = new LinkedHashMap<>();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (Draft draft : linked) {
            for (RecordLink link : draft.record().links()) {
                if (needsType(link) && !wanted.containsKey(Wanted.of(link))) {
                    // One after the other, so that each list of labels is read once.
                    CompletableFuture<LookupResult<ArrayNode>> next = last.thenCompose(done -> type(link));
                    wanted.put(Wanted.of(link), next);
                    last = next;
                }
            }
        }
        return last.thenAccept(done -> linked.forEach(draft -> {
            List<RecordLink> typed = new ArrayList<>();
            for (RecordLink link : draft.record().links()) {
                CompletableFuture<LookupResult<ArrayNode>> found = needsType(link) ? wanted.get(Wanted.of(link)) : null;
                if (found != null && found.join().failure() != null) {
                    draft.fail(found.join().failure());
                }
                typed.add(found == null ? link : link.withTypes(found.join().value()));
            }
            if (draft.open()) {
                draft.change(draft.record().withLinks(typed));
            }
        }));
    }

    /** A type that cannot even be asked for must not be the end of the other records. */
    private CompletableFuture<LookupResult<ArrayNode>> type(RecordLink link) {
        try {
            return labels.types(objectType, link.objectType(), link.label());
        } catch (IllegalArgumentException e) {
            HubSpotError error = HubSpotError.local(link.name() + ": " + e.getMessage());
            return CompletableFuture.completedFuture(
                    new LookupResult<>(null, new CallFailure(FailureKind.VALIDATION, error, false, null)));
        }
    }

    private boolean needsType(RecordLink link) {
        return link.label() != null || (inline && !link.plain() && link.types() == null);
    }

    private CompletableFuture<Void> findAll(List<Draft> linked) {
        List<Draft> open = linked.stream().filter(Draft::open).toList();
        List<NaturalKey> keys = Targets.distinct(
                open.stream().flatMap(draft -> draft.record().links().stream()).map(RecordLink::key));
        return keys.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : targets.of(keys).thenAccept(found -> open.forEach(draft -> take(draft, found)));
    }

    private void take(Draft draft, Map<NaturalKey, KeyTarget> found) {
        List<RecordLink> links = new ArrayList<>();
        for (RecordLink link : draft.record().links()) {
            KeyTarget target = link.key() == null ? null : found.get(link.key());
            CallFailure failure = target == null ? null : Targets.failure(link.name(), link.key(), target);
            if (target != null && targets.leavesOut(target)) {
                draft.warn(Targets.warning(link.name(), link.key()));
            } else if (failure != null) {
                draft.fail(failure);
                return;
            } else {
                links.add(target == null ? link : link.withTarget(target.id()));
            }
        }
        draft.change(draft.record().withLinks(links));
    }

    @Override
    public boolean outdated(RecordInput record, HubSpotError error) {
        boolean outdated = false;
        if (record.associations() != null) {
            for (RecordLink link : record.links()) {
                outdated |= link.key() != null && targets.forget(link.key(), link.toId(), error);
            }
        }
        return outdated;
    }

    /** A label, or the default type, of links to a type. */
    private record Wanted(String toObjectType, String label) {
        static Wanted of(RecordLink link) {
            return new Wanted(link.objectType(), link.label());
        }
    }
}
