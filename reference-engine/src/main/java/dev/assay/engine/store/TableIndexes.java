package dev.assay.engine.store;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes of one table hold. Changes are made under the table's lock; reading needs none.
 */
final class TableIndexes {
  private volatile Map<String, IndexData> indexes;
  private volatile Map<String, VectorData> vectors = Map.of();

  TableIndexes(TableDefinition definition) {
    Map<String, IndexData> data = new LinkedHashMap<>();
    for (SecondaryIndex index : definition.indexes()) {
      data.put(index.name(), new IndexData(index, definition.key()));
    }
    this.indexes = data;
    followVectors(definition, Map.of());
  }

  /** Has the vector indexes that a definition names; a new one is filled with the items. */
  void followVectors(TableDefinition definition, Map<EntryKey, AttributeMap> items) {
    if (definition.vectorIndexes().isEmpty()) {
      vectors = Map.of();
      return;
    }
    Map<String, VectorData> data = new LinkedHashMap<>();
    for (VectorIndex index : definition.vectorIndexes()) {
      VectorData held = vectors.get(index.name());
      if (held == null || !held.belongsTo(index)) {
        VectorData fresh = new VectorData(index, definition.key());
        items.forEach(fresh::accept);
        held = fresh;
      }
      data.put(index.name(), held);
    }
    vectors = data;
  }

  Optional<IndexData> find(String name) {
    return Optional.ofNullable(indexes.get(name));
  }

  Optional<VectorData> findVectors(String name) {
    return Optional.ofNullable(vectors.get(name));
  }

  /** The names of all but the vector indexes. */
  Set<String> names() {
    return Set.copyOf(indexes.keySet());
  }

  /** Adds an empty index. */
  void add(SecondaryIndex index, KeySchema tableKey) {
    Map<String, IndexData> more = new LinkedHashMap<>(indexes);
    more.put(index.name(), new IndexData(index, tableKey));
    indexes = more;
  }

  void remove(String name) {
    Map<String, IndexData> fewer = new LinkedHashMap<>(indexes);
    fewer.remove(name);
    indexes = fewer;
  }

  /** Keeps what an entry is about to replace, for readers that are behind. */
  void keep(LogEntry entry, Zones placed) {
    ToLongFunction<EntryKey> slowestIndex = key -> placed.slowestIndex(key.tableHash());
    for (IndexData index : indexes.values()) {
      index.keep(entry, index.isGlobal() ? slowestIndex : key -> placed.slowest(key.hash()));
    }
    for (VectorData index : vectors.values()) {
      index.keep(entry, slowestIndex);
    }
  }

  void forgetVersions() {
    indexes.values().forEach(index -> index.versions().clear());
    vectors.values().forEach(index -> index.versions().clear());
  }

  /** Takes one write into the indexes, except those of vectors. */
  List<IndexChange> accept(
      EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    Map<String, IndexData> current = indexes;
    if (current.isEmpty()) {
      return List.of();
    }
    List<IndexChange> changes = new ArrayList<>(current.size());
    for (IndexData index : current.values()) {
      changes.add(index.accept(key, before, after));
    }
    return changes;
  }

  /** Takes one write into the vector indexes. */
  List<VectorChange> acceptVectors(EntryKey key, @Nullable AttributeMap after) {
    Map<String, VectorData> current = vectors;
    if (current.isEmpty()) {
      return List.of();
    }
    List<VectorChange> changes = new ArrayList<>(current.size());
    for (VectorData index : current.values()) {
      changes.add(index.accept(key, after));
    }
    return changes;
  }

  /** The size of an item, with each indexed vector as it is billed (fact 186). */
  long billedBytes(@Nullable AttributeMap item) {
    if (item == null) {
      return 0;
    }
    long bytes = item.sizeBytes();
    Set<String> attributes = new HashSet<>();
    for (VectorData index : vectors.values()) {
      if (attributes.add(index.attribute())) {
        bytes -= index.savedBytes(item);
      }
    }
    return bytes;
  }
}
