package dev.assay.engine.zone;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Commit;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableLocks;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.time.EngineTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The three zones of one region, and what they hold of every table.
 *
 * <pre>
 *   write ─► leader's zone ─► held by a second zone? ─ yes ─► on disk ─► visible, acknowledged
 *                                    │ no
 *                                    └─► held back: 500; later committed, or lost with its leader
 * </pre>
 *
 * Nothing runs in the background: whoever looks first chooses the leaders that have become due, by
 * the engine's time. Everything follows from the settings' seed, the time and the calls. Locks are
 * taken in this order: tables, then this monitor.
 */
public final class RegionZones implements TableObserver {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int MOST_ZONES_LOST = 1;

  private final EngineTime time;
  private final String name;
  private final ReplicationSettings settings;
  private final ConcurrentMap<Table, TableZones> tables = new ConcurrentHashMap<>();
  private final ZoneStates states;
  private final Map<String, Integer> holds = new HashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Clock[] clocks = new Clock[Zone.COUNT];
  private final ZoneControls controls;
  private CommitLog next = CommitLog.NONE;
  private volatile boolean plain;
  private volatile boolean keepsVersions;

  public RegionZones(String name, EngineTime time, ReplicationSettings settings) {
    this.name = name;
    this.time = time;
    this.settings = settings;
    this.states = new ZoneStates(settings);
    this.controls = new ZoneControls(this, states, holds, held);
    for (Zone zone : Zone.values()) {
      clocks[zone.place()] = time.clockOf(name, zone.label());
    }
    recompute();
  }

  /**
   * Decides whether a second zone holds a write, before another log makes it safe.
   *
   * @param safe asked for every write that a second zone holds
   */
  public CommitLog commitLog(CommitLog safe) {
    next = safe;
    return new QuorumLog(this, safe);
  }

  @Override
  public void added(Table table) {
    TableZones zones = new TableZones(table, this);
    tables.put(table, zones);
    table.place(zones);
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    // Partitions follow what a table holds, not how it is defined.
  }

  @Override
  public synchronized void removed(Table table) {
    tables.remove(table);
    for (Held write : List.copyOf(held)) {
      if (write.tables().contains(table)) {
        drop(write);
      }
    }
    holds.remove(table.definition().name());
    recompute();
  }

  /** What levers change. */
  public ZoneControls controls() {
    return controls;
  }

  // What the tables ask.

  boolean isPlain() {
    return plain;
  }

  boolean keepsVersions() {
    return keepsVersions;
  }

  Collection<TableZones> tables() {
    return tables.values();
  }

  @Nullable TableZones zonesOf(Table table) {
    return tables.get(table);
  }

  ReplicationSettings settings() {
    return settings;
  }

  String name() {
    return name;
  }

  EngineTime time() {
    return time;
  }

  Clock clockOf(Zone zone) {
    return clocks[zone.place()];
  }

  long nowNanos() {
    Instant now = time.now();
    return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  long position(Partition partition, int reader) {
    return reader == partition.leader.place()
        ? Long.MAX_VALUE
        : partition.log.position(reader, nowNanos());
  }

  void requireAnyZone() {
    if (states.up() == 0) {
      throw Unavailable.now();
    }
  }

  void requireLeader(TableZones zones, Partition partition) {
    elect(zones, partition, nowNanos());
    if (states.isDown(partition.leader) || partition.held != null) {
      throw Unavailable.now();
    }
  }

  long strongPosition(TableZones zones, Partition partition) {
    elect(zones, partition, nowNanos());
    if (states.isDown(partition.leader) || states.up() < Zone.COUNT - MOST_ZONES_LOST) {
      throw Unavailable.now();
    }
    return Long.MAX_VALUE;
  }

  /** What one live replica has: any, or the most stale one in the adversarial mode. */
  long eventualPosition(TableZones zones, Partition partition, long draw) {
    requireAnyZone();
    elect(zones, partition, nowNanos());
    if (states.mode() == ReplicationMode.ADVERSARIAL) {
      long stalest = Long.MAX_VALUE;
      for (Zone zone : Zone.values()) {
        if (!states.isDown(zone)) {
          stalest = Math.min(stalest, position(partition, zone.place()));
        }
      }
      return stalest;
    }
    long nth = Long.remainderUnsigned(draw, states.up());
    for (Zone zone : Zone.values()) {
      if (!states.isDown(zone) && nth-- == 0) {
        return position(partition, zone.place());
      }
    }
    throw new IllegalStateException("a live zone was counted and is not there");
  }

  boolean canLead(Partition partition, Zone zone) {
    if (states.isDown(zone)) {
      return false;
    }
    if (states.receives(zone)
        && partition.missing[zone.place()]
        && !partition.log.isBehind(zone.place(), nowNanos())) {
      partition.missing[zone.place()] = false;
    }
    return !partition.missing[zone.place()];
  }

  /** Chooses another leader if the zone of the present one has been lost for long enough. */
  private void elect(TableZones zones, Partition partition, long nowNanos) {
    if (!states.isLost(partition.leader, nowNanos) || states.up() < Zone.COUNT - MOST_ZONES_LOST) {
      return;
    }
    List<Zone> able =
        Arrays.stream(Zone.values()).filter(zone -> canLead(partition, zone)).toList();
    if (able.isEmpty()) {
      return;
    }
    long drawn = zones.chance(partition, partition.term, ReplicaLog.READERS);
    partition.leader = able.get((int) Long.remainderUnsigned(drawn, able.size()));
    partition.term++;
    Held lost = partition.held;
    if (lost != null) {
      drop(lost);
    }
  }

  void electAll() {
    long now = nowNanos();
    for (TableZones zones : tables.values()) {
      zones.partitions().forEach(partition -> elect(zones, partition, now));
    }
  }

  // What becomes of writes.

  /** Holds entries back, and says so to the client, unless a second zone holds them. */
  synchronized void admit(List<Committed> entries, @Nullable Attachment attachment) {
    boolean byLever = false;
    boolean alone = false;
    for (Committed committed : entries) {
      TableZones zones = zonesOf(committed);
      Partition partition = zones.partition(committed.entry().key());
      requireLeader(zones, partition);
      byLever |= holds.getOrDefault(nameOf(committed), 0) > 0;
      alone |= !hasSecondZone(partition);
    }
    if (byLever || alone) {
      holdBack(new Held(List.copyOf(entries), attachment, byLever));
      throw Unavailable.now();
    }
  }

  private boolean hasSecondZone(Partition partition) {
    for (Zone zone : Zone.values()) {
      if (zone != partition.leader && states.receives(zone)) {
        return true;
      }
    }
    return false;
  }

  void holdBack(Held write) {
    held.add(write);
    for (Committed committed : write.entries()) {
      zonesOf(committed).partition(committed.entry().key()).held = write;
    }
    if (write.byLever()) {
      String table = nameOf(write.entries().getFirst());
      holds.computeIfPresent(table, (key, left) -> left > 1 ? left - 1 : null);
    }
    recompute();
  }

  void drop(Held write) {
    held.remove(write);
    for (Committed committed : write.entries()) {
      TableZones zones = tables.get(committed.table());
      if (zones != null) {
        zones.partition(committed.entry().key()).held = null;
      }
    }
    recompute();
  }

  /** Notes when each reader applies entries that are safe. */
  synchronized void record(List<Committed> entries) {
    long now = nowNanos();
    for (Committed committed : entries) {
      TableZones zones = zonesOf(committed);
      Partition partition = zones.partition(committed.entry().key());
      for (Zone zone : Zone.values()) {
        if (!states.receives(zone) && zone != partition.leader) {
          partition.missing[zone.place()] = true;
        }
      }
      if (keepsVersions) {
        partition.log.add(
            committed.entry().index(), now, lagsOf(zones, partition, committed.entry().index()));
      }
    }
  }

  private long[] lagsOf(TableZones zones, Partition partition, long index) {
    long[] nanos = new long[ReplicaLog.READERS];
    for (int reader = 0; reader < nanos.length; reader++) {
      boolean leads = reader == partition.leader.place();
      nanos[reader] = leads ? 0 : states.lagNanos(reader, zones.chance(partition, index, reader));
    }
    return nanos;
  }

  private TableZones zonesOf(Committed committed) {
    return Objects.requireNonNull(tables.get(committed.table()), "a table that is in no zone");
  }

  static String nameOf(Committed committed) {
    return committed.table().definition().name();
  }

  /** Counts entries; the caller holds the locks of their tables. */
  void grow(List<Committed> entries) {
    for (Committed committed : entries) {
      TableZones zones = tables.get(committed.table());
      if (zones != null) {
        zones.grow(committed.entry());
      }
    }
  }

  /**
   * Cuts the partition of a hash there, as when it is too busy; nothing happens if it begins there
   * already, or a write waits in it.
   */
  public void splitAt(Table table, long hash) {
    table.lock().lock();
    try {
      synchronized (this) {
        TableZones zones = tables.get(table);
        if (zones != null) {
          zones.splitAt(hash);
        }
      }
    } finally {
      table.lock().unlock();
    }
  }

  /** Commits what was held back and can be safe now. Called without any lock. */
  void commitHeld() {
    List<Held> ready;
    synchronized (this) {
      ready = List.copyOf(held);
    }
    for (Held write : ready) {
      boolean unused =
          TableLocks.holding(
              write.tables(),
              () -> {
                if (!take(write)) {
                  return false;
                }
                try {
                  Commit.redo(write.entries(), write.attachment(), redoing());
                } catch (ServiceException refused) {
                  // The disk is full, say: it is lost for good, and its client was told so.
                  return false;
                }
                return true;
              });
    }
  }

  /** Whether the write was held until now, and is to be committed. */
  private synchronized boolean take(Held write) {
    electAll();
    if (!held.contains(write) || write.byLever()) {
      return false;
    }
    for (Committed committed : write.entries()) {
      Partition partition = zonesOf(committed).partition(committed.entry().key());
      if (states.isDown(partition.leader) || !hasSecondZone(partition)) {
        return false;
      }
    }
    drop(write);
    return true;
  }

  private CommitLog redoing() {
    return new CommitLog() {
      @Override
      public void commit(List<Committed> entries) {
        commit(entries, null);
      }

      @Override
      public void commit(List<Committed> entries, @Nullable Attachment attachment) {
        next.commit(entries, attachment);
        record(entries);
        grow(entries);
      }
    };
  }

  // What follows from a change of the zones.

  void followFreezing(int reader) {
    long now = nowNanos();
    boolean frozen = states.isFrozen(reader);
    for (TableZones zones : tables.values()) {
      for (Partition partition : zones.partitions()) {
        if (frozen) {
          partition.log.freeze(reader, now);
        } else {
          partition.log.thaw(reader, now, settings.catchUpPerSecond());
        }
      }
    }
  }

  void recompute() {
    boolean keep = !states.isInstant();
    if (keepsVersions && !keep) {
      for (TableZones zones : tables.values()) {
        zones.partitions().forEach(partition -> partition.log.clear());
        zones.table().forgetVersions();
      }
    }
    keepsVersions = keep;
    plain = !keep && states.up() == Zone.COUNT && held.isEmpty() && holds.isEmpty();
    if (plain) {
      tables
          .values()
          .forEach(
              zones ->
                  zones.partitions().forEach(partition -> Arrays.fill(partition.missing, false)));
    }
  }

  @Override
  public String toString() {
    return "RegionZones[" + name + "]";
  }
}
