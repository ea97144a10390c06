package dev.assay.engine.stream;

import java.time.Instant;

/** Where in a shard a consumer wants to start to read. */
public sealed interface StartingPoint {

  /** At the oldest record that is left. */
  record TrimHorizon() implements StartingPoint {}

  /** After the newest record. */
  record Latest() implements StartingPoint {}

  /** At the record of a position, or the next one. */
  record At(long position) implements StartingPoint {}

  /** After the record of a position. */
  record After(long position) implements StartingPoint {}

  /** At the first record that is not older than a time. */
  record AtTime(Instant time) implements StartingPoint {}
}
