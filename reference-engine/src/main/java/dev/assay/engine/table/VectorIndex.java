package dev.assay.engine.table;

import java.time.Instant;
import java.util.List;

/**
 * An index that finds the items whose vectors are nearest to a given one.
 *
 * @param attribute the attribute that holds the vector
 * @param dimensions 1 to 4096 (fact 177)
 * @param searchSchema the attributes that a search may or must name beside the vector
 * @param status CREATING, ACTIVE or DELETING
 * @param phase how far its creation has come
 * @param begunAt when its creation began, which tells it from an earlier one of the same name
 */
public record VectorIndex(
    String name,
    String attribute,
    int dimensions,
    Distance distance,
    List<SearchAttribute> searchSchema,
    IndexProjection projection,
    TableStatus status,
    Phase phase,
    Instant begunAt) {
  public VectorIndex {
    searchSchema = List.copyOf(searchSchema);
  }

  /** How far apart two vectors are. */
  public enum Distance {
    COSINE,
    DOT_PRODUCT,
    EUCLIDEAN
  }

  /** What an attribute of the search schema is for. */
  public enum Role {
    HASH,
    INLINE_FILTER
  }

  /** One attribute of the search schema. */
  public record SearchAttribute(String name, Role role) {}

  /** The phases of fact 182, and the steady state. */
  public enum Phase {
    /** Created together with its table: its creation is the table's. */
    WITH_TABLE,
    /** The table is UPDATING, Backfilling is false, a cancel is refused. */
    ALLOCATING,
    /** The table is ACTIVE again, Backfilling is true, a cancel is accepted. */
    BACKFILLING,
    /** Shown as ACTIVE, but searches are refused for a while (fact 183). */
    ACTIVE_NOT_SERVED,
    SERVED
  }

  /** Whether a search may name the attribute. */
  public boolean searches(String attributeName) {
    return searchSchema.stream().anyMatch(each -> each.name().equals(attributeName));
  }

  public boolean hasHash() {
    return searchSchema.stream().anyMatch(attribute -> attribute.role() == Role.HASH);
  }

  public VectorIndex withState(TableStatus newStatus, Phase newPhase) {
    return new VectorIndex(
        name,
        attribute,
        dimensions,
        distance,
        searchSchema,
        projection,
        newStatus,
        newPhase,
        begunAt);
  }
}
