package dev.assay.engine.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one replica of a global table differs from the others.
 *
 * @param keyId the key in KMS that encrypts it; null if it was given none
 * @param readUnits its own provisioned read capacity; null if it has the others'
 * @param maxReadUnits its own ceiling of on-demand reads; null if it has the others'
 * @param tableClass its own class; null if it has the others'
 * @param indexes the same of its global secondary indexes, by name
 */
public record ReplicaSettings(
    String region,
    @Nullable String keyId,
    @Nullable Long readUnits,
    @Nullable Long maxReadUnits,
    @Nullable TableClass tableClass,
    Map<String, IndexOverride> indexes) {

  /** What one replica's index has for itself. */
  public record IndexOverride(@Nullable Long readUnits, @Nullable Long maxReadUnits) {}

  public ReplicaSettings {
    indexes = Map.copyOf(indexes);
  }

  /** A replica like the others. */
  public static ReplicaSettings of(String region) {
    return new ReplicaSettings(region, null, null, null, null, Map.of());
  }
}
