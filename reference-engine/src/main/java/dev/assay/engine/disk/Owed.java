package dev.assay.engine.disk;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.table.Membership;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What strongly consistent replicas had not been given when the engine ended, in the order in which
 * it was written: the log has every write once for the region that took it, and once more for each
 * that was given it.
 */
final class Owed {
  private final BiFunction<String, String, Optional<Table>> tables;
  private final Map<Table, Deque<OwedWrite>> owed = new HashMap<>();

  /**
   * @param tables the table of a region by its name
   */
  Owed(BiFunction<String, String, Optional<Table>> tables) {
    this.tables = tables;
  }

  /** Something was owed to a table when a snapshot was taken. */
  void add(Table table, OwedWrite write) {
    owed.computeIfAbsent(table, each -> new ArrayDeque<>()).add(write);
  }

  /** The log has a write of a region's table that no snapshot has. */
  void written(
      Registered in, EntryKey key, @Nullable AttributeMap after, WriteMeta meta, boolean isNew) {
    WriteStamp stamp = meta.stamp();
    Membership membership = in.table.definition().settings().global().membership();
    if (stamp == null || membership == null || !membership.isStrong()) {
      return;
    }
    if (meta.origin() == WriteOrigin.REPLICATION) {
      given(in.table, key, stamp);
    } else if (isNew) {
      String name = in.table.definition().name();
      for (String region : membership.regions()) {
        if (!region.equals(in.region)) {
          tables
              .apply(region, name)
              .ifPresent(other -> add(other, new OwedWrite(key, after, stamp)));
        }
      }
    }
  }

  private void given(Table table, EntryKey key, WriteStamp stamp) {
    Deque<OwedWrite> waiting = owed.get(table);
    OwedWrite first = waiting == null ? null : waiting.peekFirst();
    if (waiting == null || first == null) {
      return;
    }
    if (first.key().equals(key) && first.stamp().equals(stamp)) {
      waiting.removeFirst();
    } else {
      waiting.removeIf(each -> each.key().equals(key) && each.stamp().compareTo(stamp) <= 0);
    }
  }

  /** The table is gone. */
  void removed(Table table) {
    owed.remove(table);
  }

  /** What a table has not been given, each write once. */
  List<OwedWrite> to(Table table) {
    Deque<OwedWrite> waiting = owed.get(table);
    return waiting == null
        ? List.of()
        : waiting.stream().filter(each -> isLater(each, table)).distinct().toList();
  }

  private static boolean isLater(OwedWrite write, Table table) {
    WriteStamp held = table.stampOf(write.key());
    return held == null || write.stamp().compareTo(held) > 0;
  }
}
