package dev.assay.engine.throughput;

/** Why something was throttled, as the last part of a throttling reason (API_ThrottlingReason). */
enum Limit {
  PROVISIONED("ProvisionedThroughputExceeded"),
  KEY_RANGE("KeyRangeThroughputExceeded"),
  MAX_ON_DEMAND("MaxOnDemandThroughputExceeded"),
  ACCOUNT("AccountLimitExceeded");

  private final String word;

  Limit(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
