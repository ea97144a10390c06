package dev.assay.engine.simulation;

import java.util.List;

/** What is simulated. */
enum Setting {
  /** One region, whose zones fail and whose replicas and indexes lag; recovery to a second. */
  ZONES(List.of("us-east-1")),
  /** Three regions that accept writes on their own: the last writer wins. */
  EVENTUAL_REGIONS(List.of("us-east-1", "eu-west-1", "ap-northeast-1")),
  /** Three regions that agree on every write. */
  STRONG_REGIONS(List.of("us-east-1", "us-east-2", "us-west-2"));

  private final List<String> regions;

  Setting(List<String> regions) {
    this.regions = regions;
  }

  List<String> regions() {
    return regions;
  }
}
