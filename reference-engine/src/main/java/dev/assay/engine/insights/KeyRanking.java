package dev.assay.engine.insights;

import java.util.List;

/**
 * The keys that were counted most.
 *
 * @param total uses of all keys
 * @param uniqueKeys how many different keys were counted; a lower bound unless exact
 * @param exact whether every key found room, so that all counts are exact
 */
public record KeyRanking(
    long total, long uniqueKeys, boolean exact, List<Contributor> contributors) {
  public KeyRanking {
    contributors = List.copyOf(contributors);
  }

  /**
   * One key.
   *
   * @param keys its values: of the partition key, then of the sort key where that counts
   * @param count how often it was used, and at most {@code error} too much
   */
  public record Contributor(List<String> keys, long count, long error) {}
}
