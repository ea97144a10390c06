package dev.assay.cli.certify;

import java.util.List;

/** Regions that strongly consistent global tables may have together. */
final class RegionSets {
  private static final List<List<String>> SETS =
      List.of(
          List.of("us-east-1", "us-east-2", "us-west-2"),
          List.of("eu-west-1", "eu-west-2", "eu-central-1", "eu-west-3"),
          List.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3"));

  private RegionSets() {}

  /** Two further regions for one: of its own set, if it is in one. */
  static List<String> besides(String region) {
    return SETS.stream()
        .filter(set -> set.contains(region))
        .findFirst()
        .orElse(SETS.getFirst())
        .stream()
        .filter(other -> !other.equals(region))
        .limit(2)
        .toList();
  }
}
