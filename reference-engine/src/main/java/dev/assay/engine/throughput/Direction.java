package dev.assay.engine.throughput;

/** What capacity is used for. */
enum Direction {
  READ("Read", 3_000),
  WRITE("Write", 1_000);

  private final String word;
  private final double partitionUnits;

  Direction(String word, double partitionUnits) {
    this.word = word;
    this.partitionUnits = partitionUnits;
  }

  /** As throttling reasons spell it. */
  String word() {
    return word;
  }

  /** Units that one partition serves in a second, at most (Developer Guide, partition keys). */
  double partitionUnits() {
    return partitionUnits;
  }
}
