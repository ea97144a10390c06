package dev.assay.engine.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The key of a table or an index. A table has one partition key attribute and at most one sort key
 * attribute; a global secondary index may have up to four of each (facts 89 to 94).
 *
 * @param partition the HASH attributes, in the order of the schema; at least one
 * @param sort the RANGE attributes, in the order of the schema; maybe none
 */
public record KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
  public KeySchema {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** All key attributes, partition first. */
  public List<KeyAttribute> attributes() {
    List<KeyAttribute> all = new ArrayList<>(partition);
    all.addAll(sort);
    return all;
  }

  public boolean names(String attribute) {
    return partition.stream().anyMatch(key -> key.name().equals(attribute))
        || sort.stream().anyMatch(key -> key.name().equals(attribute));
  }

  /** Number of key attributes. */
  public int size() {
    return partition.size() + sort.size();
  }
}
