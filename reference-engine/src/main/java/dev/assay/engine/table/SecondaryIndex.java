package dev.assay.engine.table;

import dev.assay.engine.schema.KeySchema;

/**
 * A secondary index, local or global.
 *
 * @param status ACTIVE for a local index, always
 * @param backfilling true while a global index that was added to a live table is being filled
 */
public record SecondaryIndex(
    String name,
    Kind kind,
    KeySchema key,
    IndexProjection projection,
    Throughput throughput,
    TableStatus status,
    boolean backfilling) {

  /** Local indexes share the table's partition key; global ones have a key of their own. */
  public enum Kind {
    LOCAL,
    GLOBAL
  }

  public boolean isGlobal() {
    return kind == Kind.GLOBAL;
  }

  public SecondaryIndex withStatus(TableStatus newStatus, boolean newBackfilling) {
    return new SecondaryIndex(name, kind, key, projection, throughput, newStatus, newBackfilling);
  }

  public SecondaryIndex withThroughput(Throughput newThroughput) {
    return new SecondaryIndex(name, kind, key, projection, newThroughput, status, backfilling);
  }
}
