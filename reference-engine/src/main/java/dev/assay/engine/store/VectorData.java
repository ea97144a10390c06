package dev.assay.engine.store;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.FloatVector;
import dev.assay.engine.value.Utf8;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one vector index: a reader of its table's log. An item without the vector, or
 * without the HASH attribute of the search schema (fact 181), has none.
 */
public final class VectorData {
  private static final int BYTES_PER_DIMENSION = 4;

  private final VectorIndex definition;
  private final KeySchema tableKey;
  private final ConcurrentMap<EntryKey, VectorEntry> entries = new ConcurrentHashMap<>();
  private final Versions<VectorEntry> versions = new Versions<>();
  private final LongAdder sizeBytes = new LongAdder();

  VectorData(VectorIndex definition, KeySchema tableKey) {
    this.definition = definition;
    this.tableKey = tableKey;
  }

  /** Whether these are the entries of the index, and not of an earlier one of the same name. */
  boolean belongsTo(VectorIndex index) {
    return definition.name().equals(index.name()) && definition.begunAt().equals(index.begunAt());
  }

  /** Takes one write into the index. */
  VectorChange accept(EntryKey key, @Nullable AttributeMap after) {
    VectorEntry entry = after == null ? null : entry(key, after);
    VectorEntry replaced = entry == null ? entries.remove(key) : entries.put(key, entry);
    sizeBytes.add(
        (entry == null ? 0 : entry.sizeBytes()) - (replaced == null ? 0 : replaced.sizeBytes()));
    boolean moved =
        entry != null && replaced != null && !Objects.equals(hashOf(entry), hashOf(replaced));
    return new VectorChange(definition.name(), replaced, entry, moved);
  }

  /**
   * Keeps what an entry is about to replace, for searches that are behind.
   *
   * @param slowest up to where the index sees the log, by key
   */
  void keep(LogEntry entry, ToLongFunction<EntryKey> slowest) {
    VectorEntry before = entries.get(entry.key());
    if (before != null || entry.after() != null) {
      versions.replaced(entry.key(), entry.index(), before, slowest);
    }
  }

  Versions<VectorEntry> versions() {
    return versions;
  }

  private @Nullable VectorEntry entry(EntryKey key, AttributeMap item) {
    if (!(item.find(definition.attribute()) instanceof AttributeValue.L vector)
        || !FloatVector.fits(vector, definition.dimensions())) {
      return null;
    }
    for (VectorIndex.SearchAttribute attribute : definition.searchSchema()) {
      if (attribute.role() == VectorIndex.Role.HASH && item.find(attribute.name()) == null) {
        return null;
      }
    }
    AttributeMap.Builder held = AttributeMap.builder();
    for (int i = 0; i < item.size(); i++) {
      String name = item.nameAt(i);
      if (!name.equals(definition.attribute()) && holds(name)) {
        held.put(name, item.valueAt(i));
      }
    }
    AttributeMap attributes = held.build();
    long bytes = attributes.sizeBytes() + Utf8.lengthBytes(definition.attribute()) + vectorBytes();
    return new VectorEntry(key, FloatVector.of(vector.elements()), attributes, bytes);
  }

  private boolean holds(String attribute) {
    List<String> included = definition.projection().nonKeyAttributes();
    return definition.projection().type() == IndexProjection.Type.ALL
        || tableKey.names(attribute)
        || definition.searches(attribute)
        || included.contains(attribute);
  }

  private @Nullable AttributeValue hashOf(VectorEntry entry) {
    for (VectorIndex.SearchAttribute attribute : definition.searchSchema()) {
      if (attribute.role() == VectorIndex.Role.HASH) {
        return entry.attributes().find(attribute.name());
      }
    }
    return null;
  }

  /** What an entry shows of its item: the vector only if it is projected (fact 179). */
  public AttributeMap shown(VectorEntry entry) {
    return holds(definition.attribute())
        ? entry.attributes().toBuilder()
            .put(definition.attribute(), entry.vector().toAttribute())
            .build()
        : entry.attributes();
  }

  String attribute() {
    return definition.attribute();
  }

  /** How much smaller an item with this vector is billed than its numbers measure (fact 186). */
  long savedBytes(AttributeMap item) {
    AttributeValue value = item.find(definition.attribute());
    return value != null && FloatVector.fits(value, definition.dimensions())
        ? value.sizeBytes() - vectorBytes()
        : 0;
  }

  private long vectorBytes() {
    return (long) BYTES_PER_DIMENSION * definition.dimensions();
  }

  /** All entries, in no order. Reading needs no lock. */
  Collection<VectorEntry> entries() {
    return entries.values();
  }

  /** All entries as they were at a position of the log, in no order. */
  Collection<VectorEntry> entriesAt(ToLongFunction<EntryKey> position) {
    return versions.of(entries, position);
  }

  public long itemCount() {
    return entries.size();
  }

  public long sizeBytes() {
    return sizeBytes.sum();
  }
}
