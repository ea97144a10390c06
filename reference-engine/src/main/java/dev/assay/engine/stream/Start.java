package dev.assay.engine.stream;

/** What becomes of a {@link StartingPoint} in a shard. */
public sealed interface Start {

  /** Reading starts at this position. */
  record Found(long position) implements Start {}

  /** The stream has no such shard, or no longer. */
  record NoShard() implements Start {}

  /** The position is none that the shard has held so far. */
  record Outside() implements Start {}

  /** The shard has held the position, but its records there are gone. */
  record Trimmed() implements Start {}
}
