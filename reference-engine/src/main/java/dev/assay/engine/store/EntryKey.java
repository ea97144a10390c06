package dev.assay.engine.store;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Utf8;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in a table or an index: by hash of its partition key, then by the partition
 * key itself, then by its sort key; in an index, at last by the key that it has in the table.
 *
 * <p>A bound is a key with fewer components and an edge: it stands before or after every key that
 * begins with its components.
 */
public final class EntryKey implements Comparable<EntryKey> {
  private static final AttributeValue[] NONE = new AttributeValue[0];

  private final long hash;
  private final AttributeValue first;
  private final @Nullable AttributeValue second;
  private final AttributeValue[] more;
  private final @Nullable EntryKey tableKey;
  private final byte edge;

  private EntryKey(
      long hash,
      AttributeValue first,
      @Nullable AttributeValue second,
      AttributeValue[] more,
      @Nullable EntryKey tableKey,
      int edge) {
    this.hash = hash;
    this.first = first;
    this.second = second;
    this.more = more;
    this.tableKey = tableKey;
    this.edge = (byte) edge;
  }

  /** The key of an item in its table; the item must have the key attributes. */
  public static EntryKey of(KeySchema schema, AttributeMap item) {
    AttributeValue partition = component(schema.partition().get(0), item);
    AttributeValue sort = schema.sort().isEmpty() ? null : component(schema.sort().get(0), item);
    return new EntryKey(PartitionHash.of(partition), partition, sort, NONE, null, 0);
  }

  /**
   * The key of an item in an index, or null if it lacks an attribute of the index's key or has it
   * in another type: then the index does not hold the item.
   */
  public static @Nullable EntryKey inIndex(KeySchema schema, AttributeMap item, EntryKey tableKey) {
    int size = schema.size();
    AttributeValue[] components = new AttributeValue[size];
    int i = 0;
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        return null;
      }
      components[i++] = value;
    }
    long hash = PartitionHash.of(components, schema.partition().size());
    return assemble(hash, components, tableKey, 0);
  }

  /** A bound before ({@code edge} negative) or after every key with these leading components. */
  public static EntryKey bound(
      List<AttributeValue> partition, List<AttributeValue> sort, int edge) {
    AttributeValue[] components = new AttributeValue[partition.size() + sort.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = i < partition.size() ? partition.get(i) : sort.get(i - partition.size());
    }
    return assemble(PartitionHash.of(components, partition.size()), components, null, edge);
  }

  /** A bound before every key whose hash is this or higher. */
  public static EntryKey atHash(long hash) {
    return new EntryKey(hash, AttributeValue.Null.INSTANCE, null, NONE, null, -1);
  }

  private static EntryKey assemble(
      long hash, AttributeValue[] components, @Nullable EntryKey tableKey, int edge) {
    AttributeValue[] more = NONE;
    if (components.length > 2) {
      more = new AttributeValue[components.length - 2];
      System.arraycopy(components, 2, more, 0, more.length);
    }
    AttributeValue second = components.length > 1 ? components[1] : null;
    return new EntryKey(hash, components[0], second, more, tableKey, edge);
  }

  private static AttributeValue component(KeyAttribute attribute, AttributeMap item) {
    AttributeValue value = item.find(attribute.name());
    if (value == null) {
      throw new IllegalArgumentException("item without its key attribute " + attribute.name());
    }
    return value;
  }

  /** The hash of the partition key, which decides the order of a scan. */
  public long hash() {
    return hash;
  }

  /** The partition key's value, or the first of several. */
  public AttributeValue partition() {
    return first;
  }

  /** The sort key's value in a table that has one. */
  public @Nullable AttributeValue sort() {
    return second;
  }

  /** For the key of an index entry: the item's key in the table. */
  public @Nullable EntryKey tableKey() {
    return tableKey;
  }

  /** For the key of an index entry: the hash of the item's key in the table. */
  long tableHash() {
    EntryKey key = tableKey;
    return key == null ? hash() : key.hash();
  }

  private int components() {
    return second == null ? 1 : 2 + more.length;
  }

  private AttributeValue component(int index) {
    return switch (index) {
      case 0 -> first;
      case 1 -> java.util.Objects.requireNonNull(second);
      default -> more[index - 2];
    };
  }

  @Override
  public int compareTo(EntryKey other) {
    if (hash != other.hash) {
      return Long.compareUnsigned(hash, other.hash);
    }
    if (first instanceof AttributeValue.Null || other.first instanceof AttributeValue.Null) {
      return edge - other.edge;
    }
    int mine = components();
    int theirs = other.components();
    int shared = Math.min(mine, theirs);
    for (int i = 0; i < shared; i++) {
      int order = compare(component(i), other.component(i));
      if (order != 0) {
        return order;
      }
    }
    if (mine < theirs && edge != 0) {
      return edge;
    }
    if (theirs < mine && other.edge != 0) {
      return -other.edge;
    }
    if (edge != other.edge) {
      return edge - other.edge;
    }
    if (tableKey != null && other.tableKey != null) {
      return tableKey.compareTo(other.tableKey);
    }
    return mine - theirs;
  }

  /** Orders key values of one type; of different types, by type, so that the order is total. */
  public static int compare(AttributeValue a, AttributeValue b) {
    if (a instanceof AttributeValue.S x && b instanceof AttributeValue.S y) {
      return Utf8.compare(x.value(), y.value());
    }
    if (a instanceof AttributeValue.N x && b instanceof AttributeValue.N y) {
      return x.value().compareTo(y.value());
    }
    if (a instanceof AttributeValue.B x && b instanceof AttributeValue.B y) {
      return x.value().compareTo(y.value());
    }
    return a.type().compareTo(b.type());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryKey that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return "EntryKey[" + first + (second == null ? "" : ", " + second) + "]";
  }
}
