package dev.assay.engine.replication;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.value.AttributeMap;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One region's table within a global table. */
final class Replica {
  private final String region;
  private final Table table;
  private final Clock clock;

  Replica(String region, Table table, Clock clock) {
    this.region = region;
    this.table = table;
    this.clock = clock;
  }

  String region() {
    return region;
  }

  Table table() {
    return table;
  }

  Clock clock() {
    return clock;
  }

  /** Later than the region's clock, and than what the region has seen of the item. */
  WriteStamp stamp(java.time.Instant time, @Nullable WriteStamp held) {
    java.time.Instant later =
        held == null || held.time().isBefore(time) ? time : held.time().plusNanos(1);
    return new WriteStamp(later, region);
  }

  /** A reader of the writes that this region's own clients and sweeper make, and of no others. */
  static LogReader ownWrites(BiConsumer<LogEntry, WriteStamp> reader) {
    return entry -> {
      WriteStamp stamp = entry.meta().stamp();
      boolean own =
          switch (entry.origin()) {
            case CLIENT, TIME_TO_LIVE -> true;
            case REPLICATION -> false;
          };
      if (own && stamp != null) {
        reader.accept(entry, stamp);
      }
    };
  }

  /**
   * Brings in a write, unless the region knows of a later one of the item.
   *
   * @throws ServiceException if the region's log does not take it: then it stays to be brought in
   */
  void apply(EntryKey key, @Nullable AttributeMap after, WriteStamp stamp) {
    table.lock().lock();
    try {
      WriteStamp held = table.stampOf(key);
      if (held != null && stamp.compareTo(held) <= 0) {
        return;
      }
      AttributeMap before = table.find(key);
      if (before == null && after == null) {
        // An older write may still come by another way, and must find that it is too late; one that
        // is held back has come already, and would not look.
        table.requireWritable(key);
        table.stamp(key, stamp);
      } else {
        table.append(key, before, after, WriteMeta.ofReplication(clock.instant(), stamp));
      }
    } finally {
      table.lock().unlock();
    }
  }

  /** Hands on all that the region knows: every item, and every deletion that it remembers. */
  void forEach(Writes each) {
    table.lock().lock();
    try {
      table
          .items()
          .forEach(
              (key, item) -> {
                WriteStamp stamp = table.stampOf(key);
                each.accept(key, item, stamp == null ? WriteStamp.BASELINE : stamp);
              });
      table
          .stamps()
          .forEach(
              (key, stamp) -> {
                if (table.find(key) == null) {
                  each.accept(key, null, stamp);
                }
              });
    } finally {
      table.lock().unlock();
    }
  }

  /** Takes in writes. */
  interface Writes {
    void accept(EntryKey key, @Nullable AttributeMap after, WriteStamp stamp);
  }
}
