package dev.assay.engine.table;

import dev.assay.engine.schema.KeySchema;

/**
 * A secondary index, local or global.
 *
 * @param throughput provisioned capacity of a global index; {@link Throughput#NONE} for others
 * @param onDemand ceilings of a global index
 * @param warm what a global index can serve at once
 * @param status ACTIVE for a local index, always
 * @param backfilling true while a global index that was added to a live table is being filled
 */
public record SecondaryIndex(
    String name,
    Kind kind,
    KeySchema key,
    IndexProjection projection,
    Throughput throughput,
    OnDemandThroughput onDemand,
    WarmThroughput warm,
    TableStatus status,
    boolean backfilling) {

  /** Local indexes share the table's partition key; global ones have a key of their own. */
  public enum Kind {
    LOCAL,
    GLOBAL
  }

  public static SecondaryIndex local(String name, KeySchema key, IndexProjection projection) {
    return new SecondaryIndex(
        name,
        Kind.LOCAL,
        key,
        projection,
        Throughput.NONE,
        OnDemandThroughput.NONE,
        new WarmThroughput(0, 0),
        TableStatus.ACTIVE,
        false);
  }

  public boolean isGlobal() {
    return kind == Kind.GLOBAL;
  }

  public SecondaryIndex withStatus(TableStatus newStatus, boolean newBackfilling) {
    return new SecondaryIndex(
        name, kind, key, projection, throughput, onDemand, warm, newStatus, newBackfilling);
  }

  public SecondaryIndex withThroughput(Throughput newThroughput) {
    return new SecondaryIndex(
        name, kind, key, projection, newThroughput, onDemand, warm, status, backfilling);
  }

  public SecondaryIndex withOnDemand(OnDemandThroughput newOnDemand) {
    return new SecondaryIndex(
        name, kind, key, projection, throughput, newOnDemand, warm, status, backfilling);
  }

  public SecondaryIndex withWarm(WarmThroughput newWarm) {
    return new SecondaryIndex(
        name, kind, key, projection, throughput, onDemand, newWarm, status, backfilling);
  }
}
