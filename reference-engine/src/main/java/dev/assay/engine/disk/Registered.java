package dev.assay.engine.disk;

import dev.assay.engine.store.Table;
import dev.assay.engine.stream.Streams;

/** A table that is in the log. What changes is guarded by the table's lock. */
final class Registered {
  final int number;
  final String region;
  final Table table;
  final Streams streams;
  long revision;
  boolean removed;

  Registered(int number, String region, Table table, Streams streams, long revision) {
    this.number = number;
    this.region = region;
    this.table = table;
    this.streams = streams;
    this.revision = revision;
  }
}
