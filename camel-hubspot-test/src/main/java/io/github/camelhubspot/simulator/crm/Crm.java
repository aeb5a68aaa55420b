// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.crm;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.schema.AssociationType;
import io.github.camelhubspot.simulator.schema.AssociationTypes;
import io.github.camelhubspot.simulator.schema.DefaultProperties;
import io.github.camelhubspot.simulator.schema.ObjectSchemas;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.schema.ObjectTypes;
import io.github.camelhubspot.simulator.schema.Owner;
import io.github.camelhubspot.simulator.schema.Owners;
import io.github.camelhubspot.simulator.schema.Pipeline;
import io.github.camelhubspot.simulator.schema.Pipelines;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;
import io.github.camelhubspot.simulator.schema.PropertyDefinitions;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/**
 * The content of the account: records, links and definitions, for tests to prepare and to look at. Safe for use by
 * several threads. Object types may be given by any name that a path may have ({@code companies}, {@code company},
 * {@code 0-2}). Writes obey HubSpot's rules and throw {@code HubSpotErrorException}; only, read-only properties may be set
 * and required ones may be missing.
 */
public final class Crm {

    private final SimulatorSettings settings;
    private final Clock clock;
    private final ReentrantLock writeLock = new ReentrantLock();
    private final DefaultProperties defaultProperties = new DefaultProperties();
    private final ObjectTypes types = new ObjectTypes();
    private final AssociationTypes associationTypes = new AssociationTypes(types);
    private final Links links = new Links(associationTypes);
    private final LinkChecks linkChecks = new LinkChecks(associationTypes, this);
    private final LinkLimits linkLimits = new LinkLimits(associationTypes, links);
    private final Pipelines pipelines;
    private final PipelineWriter pipelineWriter;
    private final Owners owners;
    private final ObjectSchemas schemas = new ObjectSchemas(types);
    private final SchemaWriter schemaWriter;
    private final RecordChecks checks;
    private final RecordWriter writer;
    private final Merger merger;
    private final Map<String, ObjectStore> stores = new ConcurrentHashMap<>();

    public Crm(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.pipelines = new Pipelines(types, clock);
        this.pipelineWriter = new PipelineWriter(pipelines, this, clock);
        this.owners = new Owners(clock);
        this.schemaWriter = new SchemaWriter(schemas, this, settings, clock);
        this.checks = new RecordChecks(pipelines, linkLimits, settings);
        this.writer = new RecordWriter(clock, links);
        this.merger = new Merger(writer, links);
    }

    /** Back to a fresh account. */
    public void reset() {
        writing(() -> {
            stores.clear();
            types.reset();
            schemas.reset();
            associationTypes.reset();
            pipelines.reset();
            owners.reset();
            links.reset();
            writer.reset();
            return null;
        });
    }

    /** Runs a write: one at a time, so that what was checked still holds when it is applied. */
    public <T> T writing(Supplier<T> write) {
        writeLock.lock();
        try {
            return write.get();
        } finally {
            writeLock.unlock();
        }
    }

    // Records

    public SimulatedRecord create(String type, Map<String, String> properties) {
        ObjectStore store = store(type);
        return writing(() -> writer.apply(checks.create(store, properties, List.of(), WriteMode.SEED, new Claims())));
    }

    public SimulatedRecord update(String type, String id, Map<String, String> properties) {
        ObjectStore store = store(type);
        return writing(
                () -> writer.apply(checks.update(store, existing(type, id), properties, WriteMode.SEED, new Claims())));
    }

    public void archive(String type, String id) {
        ObjectStore store = store(type);
        writing(() -> {
            recordId(id).ifPresent(numericId -> writer.archive(store, numericId));
            return null;
        });
    }

    /** Merges the second record into the first and gives the result, which may have a new id. */
    public SimulatedRecord merge(String type, String primaryId, String idToMerge) {
        return writing(() -> merger.merge(store(type), existing(type, primaryId), existing(type, idToMerge)));
    }

    /** The live records of a type, in the order of their creation. */
    public List<SimulatedRecord> records(String type) {
        return List.copyOf(store(type).from(0, false));
    }

    public List<SimulatedRecord> archivedRecords(String type) {
        return List.copyOf(store(type).from(0, true));
    }

    /** The live record with that id, or the one that it was merged into. */
    public Optional<SimulatedRecord> record(String type, String id) {
        OptionalLong numericId = recordId(id);
        return numericId.isEmpty() ? Optional.empty() : store(type).current(numericId.getAsLong());
    }

    /** The first live record whose property has that value. */
    public Optional<SimulatedRecord> find(String type, String property, String value) {
        ObjectStore store = store(type);
        if (store.definitions().isUnique(property)) {
            return store.byUnique(property, value);
        }
        Collection<SimulatedRecord> all = store.from(0, false);
        return all.stream().filter(one -> value.equals(one.property(property))).findFirst();
    }

    private SimulatedRecord existing(String type, String id) {
        return record(type, id).orElseThrow(() -> HubSpotError.notFound().exception());
    }

    /** A record id as a number; empty if it is none. */
    public static OptionalLong recordId(String id) {
        boolean digits = !id.isEmpty() && id.length() < 19 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }

    // Definitions

    /** Adds a property to a type, or replaces the one of that name. */
    public PropertyDefinition defineProperty(String type, PropertyDefinition definition) {
        ObjectStore store = store(type);
        return writing(() -> {
            long now = clock.millis();
            PropertyDefinition added = store.definitions().put(definition.withTimes(now, now));
            store.reindex();
            return added;
        });
    }

    /** The definition of a property that is in use. */
    public Optional<PropertyDefinition> property(String type, String name) {
        return Optional.ofNullable(store(type).definitions().get(name));
    }

    /**
     * Adds a custom object, called {@code 2-…} or {@code p{portalId}_{name}}. Its texts are searched by {@code query}; a
     * definition that is required on create is required in every API version, as a schema's required properties are.
     */
    public ObjectType defineObjectType(String name, PropertyDefinition... properties) {
        List<PropertyDefinition> own = List.of(properties);
        List<String> searchable = own.stream()
                .filter(property -> property.type().equals("string"))
                .map(PropertyDefinition::name)
                .toList();
        List<String> required = own.stream()
                .filter(PropertyDefinition::isRequiredOnCreate)
                .map(PropertyDefinition::name)
                .toList();
        SchemaInput input = new SchemaInput(
                name,
                name,
                name,
                null,
                false,
                own.isEmpty() ? null : own.get(0).name(),
                List.of(),
                searchable,
                required,
                false,
                own,
                List.of(),
                false);
        return writing(() -> schemaWriter.define(input).type());
    }

    /**
     * Defines an association label in both directions and gives its two types, the given direction first.
     *
     * @param inverseLabel the text seen from the other record; null for the same text
     */
    public List<LinkType> defineLabel(String from, String to, String name, String label, String inverseLabel) {
        List<AssociationType> defined = writing(
                () -> associationTypes.defineLabel(types.resolve(from), types.resolve(to), name, label, inverseLabel));
        // Between records of one type, a label without an inverse is one type for both directions.
        AssociationType forward = defined.get(0);
        return List.of(LinkType.of(forward), LinkType.of(forward.inverse()));
    }

    /** Adds a pipeline with the given stages to a type. */
    public Pipeline definePipeline(String type, String id, String label, StageInput... stages) {
        PipelineInput input = new PipelineInput(id, label, null, List.of(stages), null);
        return writing(() -> pipelineWriter.create(types.resolve(type), input));
    }

    /** Adds an owner, to whom records can belong from now on, and gives it with the ids that it got. */
    public Owner addOwner(Owner owner) {
        return owners.add(owner);
    }

    // Links

    /** Links two records, with the given labels' types beside the plain one. */
    public void link(String fromType, String fromId, String toType, String toId, LinkType... labels) {
        ObjectType from = types.resolve(fromType);
        ObjectType to = types.resolve(toType);
        List<LinkRequest.Spec> specs = List.of(labels).stream()
                .map(label -> new LinkRequest.Spec(label.category(), label.typeId()))
                .toList();
        writing(() -> {
            List<AssociationType> checked = linkChecks.types(from, to, specs);
            SimulatedRecord one = linkChecks.record(from, fromId);
            SimulatedRecord other = linkChecks.record(to, toId);
            linkLimits.check(one, other, checked);
            links.label(one, to, other.numericId(), checked);
            return null;
        });
    }

    /** The links of a record to records of another type, in the order of their ids. */
    public List<Link> links(String fromType, String fromId, String toType) {
        ObjectType from = types.resolve(fromType);
        long id = recordId(fromId).orElse(-1);
        return links.page(from, id, types.resolve(toType), 0, Integer.MAX_VALUE).entrySet().stream()
                .map(link -> new Link(
                        Long.toString(link.getKey()),
                        link.getValue().stream().map(LinkType::of).toList()))
                .toList();
    }

    // The parts, for the operations of the API

    public ObjectTypes types() {
        return types;
    }

    public AssociationTypes associationTypes() {
        return associationTypes;
    }

    public ObjectStore store(String type) {
        return store(types.resolve(type));
    }

    public ObjectStore store(ObjectType type) {
        return stores.computeIfAbsent(
                type.id(), id -> new ObjectStore(type, new PropertyDefinitions(defaultProperties.of(type))));
    }

    /** The properties that a custom object has from the start. */
    Set<String> standardProperties() {
        return defaultProperties.ofCustomObjects();
    }

    /** Forgets an object type that is gone, with its definitions and its archived records. */
    void forget(ObjectType type) {
        stores.remove(type.id());
        associationTypes.removeAll(type);
    }

    public ObjectSchemas schemas() {
        return schemas;
    }

    public SchemaWriter schemaWriter() {
        return schemaWriter;
    }

    public Pipelines pipelines() {
        return pipelines;
    }

    public PipelineWriter pipelineWriter() {
        return pipelineWriter;
    }

    public Owners owners() {
        return owners;
    }

    public RecordChecks checks() {
        return checks;
    }

    public RecordWriter writer() {
        return writer;
    }

    public Merger merger() {
        return merger;
    }

    public Links links() {
        return links;
    }

    public LinkChecks linkChecks() {
        return linkChecks;
    }

    public LinkLimits linkLimits() {
        return linkLimits;
    }
}
