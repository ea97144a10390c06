package dev.assay.engine.zone;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Commit;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableLocks;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.time.EngineTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
  private final boolean[] down = new boolean[Zone.COUNT];
  private final long[] downSinceNanos = new long[Zone.COUNT];
  private final boolean[] paused = new boolean[ReplicaLog.READERS];
  private final @Nullable Duration[] lags = new @Nullable Duration[ReplicaLog.READERS];
  private final Map<String, Integer> holds = new HashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Clock[] clocks = new Clock[Zone.COUNT];
  private CommitLog next = CommitLog.NONE;
  private ReplicationMode mode;
  private Duration detection;
  private volatile boolean plain;
  private volatile boolean keepsVersions;

  public RegionZones(String name, EngineTime time, ReplicationSettings settings) {
    this.name = name;
    this.time = time;
    this.settings = settings;
    this.mode = settings.mode();
    this.detection = settings.detection();
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

  // What the tables ask.

  boolean isPlain() {
    return plain;
  }

  boolean keepsVersions() {
    return keepsVersions;
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

  private long nowNanos() {
    Instant now = time.now();
    return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
  }

  long position(Partition partition, int reader) {
    return reader == partition.leader.place()
        ? Long.MAX_VALUE
        : partition.log.position(reader, nowNanos());
  }

  void requireAnyZone() {
    if (up() == 0) {
      throw Unavailable.now();
    }
  }

  void requireLeader(TableZones zones, Partition partition) {
    elect(zones, partition, nowNanos());
    if (down[partition.leader.place()] || partition.held != null) {
      throw Unavailable.now();
    }
  }

  long strongPosition(TableZones zones, Partition partition) {
    elect(zones, partition, nowNanos());
    if (down[partition.leader.place()] || up() < Zone.COUNT - MOST_ZONES_LOST) {
      throw Unavailable.now();
    }
    return Long.MAX_VALUE;
  }

  /** What one live replica has: any, or the most stale one in the adversarial mode. */
  long eventualPosition(TableZones zones, Partition partition, long draw) {
    requireAnyZone();
    elect(zones, partition, nowNanos());
    if (mode == ReplicationMode.ADVERSARIAL) {
      long stalest = Long.MAX_VALUE;
      for (Zone zone : Zone.values()) {
        if (!down[zone.place()]) {
          stalest = Math.min(stalest, position(partition, zone.place()));
        }
      }
      return stalest;
    }
    long nth = Long.remainderUnsigned(draw, up());
    for (Zone zone : Zone.values()) {
      if (!down[zone.place()] && nth-- == 0) {
        return position(partition, zone.place());
      }
    }
    throw new IllegalStateException("a live zone was counted and is not there");
  }

  private int up() {
    int up = 0;
    for (boolean isDown : down) {
      up += isDown ? 0 : 1;
    }
    return up;
  }

  private boolean receives(Zone zone) {
    return !down[zone.place()] && !paused[zone.place()];
  }

  boolean canLead(Partition partition, Zone zone) {
    if (down[zone.place()]) {
      return false;
    }
    if (receives(zone)
        && partition.missing[zone.place()]
        && !partition.log.isBehind(zone.place(), nowNanos())) {
      partition.missing[zone.place()] = false;
    }
    return !partition.missing[zone.place()];
  }

  /** Chooses another leader if the zone of the present one has been lost for long enough. */
  private void elect(TableZones zones, Partition partition, long nowNanos) {
    int leader = partition.leader.place();
    if (!down[leader]
        || nowNanos < downSinceNanos[leader] + detection.toNanos()
        || up() < Zone.COUNT - MOST_ZONES_LOST) {
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

  private void electAll() {
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
      if (zone != partition.leader && receives(zone)) {
        return true;
      }
    }
    return false;
  }

  private void holdBack(Held write) {
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

  private void drop(Held write) {
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
        if (!receives(zone) && zone != partition.leader) {
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
      boolean frozen = paused[reader] || (reader < Zone.COUNT && down[reader]);
      Duration fixed = lags[reader];
      nanos[reader] =
          leads
              ? 0
              : frozen
                  ? ReplicaLog.NEVER
                  : fixed != null
                      ? fixed.toNanos()
                      : drawLag(reader, zones.chance(partition, index, reader));
    }
    return nanos;
  }

  private long drawLag(int reader, long chance) {
    long most =
        (reader == ReplicaLog.INDEXES ? settings.mostIndexLag() : settings.mostLag()).toNanos();
    return switch (mode) {
      case INSTANT -> 0;
      case FAITHFUL ->
          Math.min(most, Math.round(-Math.log(Chance.unit(chance)) * settings.meanLag().toNanos()));
      case ADVERSARIAL -> most;
    };
  }

  private TableZones zonesOf(Committed committed) {
    return Objects.requireNonNull(tables.get(committed.table()), "a table that is in no zone");
  }

  private static String nameOf(Committed committed) {
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

  /** Commits what was held back and can be safe now. Called without any lock. */
  private void commitHeld() {
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
      if (down[partition.leader.place()] || !hasSecondZone(partition)) {
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

  // What levers do.

  /** Takes a zone away, or gives it back. Nothing happens if it is so already. */
  public void setDown(Zone zone, boolean isDown) {
    synchronized (this) {
      electAll();
      if (down[zone.place()] != isDown) {
        down[zone.place()] = isDown;
        downSinceNanos[zone.place()] = nowNanos();
        followFreezing(zone.place());
        electAll();
        recompute();
      }
    }
    commitHeld();
  }

  public synchronized boolean isDown(Zone zone) {
    return down[zone.place()];
  }

  /** How long it is from the loss of a leader's zone to another leader, from now on. */
  public synchronized void setDetection(Duration newDetection) {
    detection = newDetection;
    electAll();
  }

  public synchronized Duration detection() {
    return detection;
  }

  /**
   * Has a zone, or with null the global indexes, apply nothing more, or go on. A zone that is
   * paused receives nothing either, so that it is no second zone for a write.
   */
  public void setPaused(@Nullable Zone zone, boolean isPaused) {
    int reader = reader(zone);
    synchronized (this) {
      electAll();
      if (paused[reader] != isPaused) {
        paused[reader] = isPaused;
        recompute();
        followFreezing(reader);
      }
    }
    commitHeld();
  }

  /**
   * Has every later entry reach a zone, or with null the global indexes, after exactly this time.
   *
   * @param lag null for what the mode says
   */
  public synchronized void setLag(@Nullable Zone zone, @Nullable Duration lag) {
    lags[reader(zone)] = lag;
    recompute();
  }

  private static int reader(@Nullable Zone zone) {
    return zone == null ? ReplicaLog.INDEXES : zone.place();
  }

  private void followFreezing(int reader) {
    long now = nowNanos();
    boolean frozen = paused[reader] || (reader < Zone.COUNT && down[reader]);
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

  public synchronized void setMode(ReplicationMode newMode) {
    mode = newMode;
    recompute();
  }

  public synchronized ReplicationMode mode() {
    return mode;
  }

  /** Has the next writes of a table held back, each until {@link #release} or its leader's loss. */
  public synchronized void holdNext(String table, int writes) {
    if (writes == 0) {
      holds.remove(table);
    } else {
      holds.put(table, writes);
    }
    recompute();
  }

  /**
   * Lets the writes that a lever holds back be committed, and holds no more.
   *
   * @param table null for all
   */
  public void release(@Nullable String table) {
    synchronized (this) {
      electAll();
      holds.keySet().removeIf(name -> table == null || table.equals(name));
      for (Held write : List.copyOf(held)) {
        if (write.byLever()
            && (table == null || table.equals(nameOf(write.entries().getFirst())))) {
          drop(write);
          holdBack(write.forZones());
        }
      }
      recompute();
    }
    commitHeld();
  }

  /** How many more writes of each table will be held back. */
  public synchronized Map<String, Integer> holds() {
    return new TreeMap<>(holds);
  }

  /** How many writes are held back, and neither committed nor lost yet. */
  public synchronized int heldBack() {
    return held.size();
  }

  /** What a lever set for each zone and for {@code indexes}; only what is not as usual. */
  public synchronized Map<String, Object> lagging() {
    Map<String, Object> all = new TreeMap<>();
    for (int reader = 0; reader < ReplicaLog.READERS; reader++) {
      Duration lag = lags[reader];
      if (paused[reader] || lag != null) {
        Map<String, Object> state = new TreeMap<>();
        state.put("paused", paused[reader]);
        if (lag != null) {
          state.put("lag_ms", lag.toMillis());
        }
        all.put(reader < Zone.COUNT ? Zone.NAMES.get(reader) : "indexes", state);
      }
    }
    return all;
  }

  /** The partitions of a table in the order of their hashes; none if it is not of this region. */
  public synchronized List<PartitionState> partitions(Table table) {
    electAll();
    TableZones zones = tables.get(table);
    return zones == null
        ? List.of()
        : zones.partitions().stream()
            .map(
                each ->
                    new PartitionState(
                        each.id,
                        each.low,
                        each.high,
                        each.leader,
                        each.term,
                        each.bytes,
                        each.held != null))
            .toList();
  }

  /** The partition that an item is in; null if the table is not of this region. */
  public synchronized @Nullable Integer partitionOf(Table table, EntryKey key) {
    TableZones zones = tables.get(table);
    return zones == null ? null : zones.partition(key).id;
  }

  /**
   * Splits a partition into halves, as when it is too large or too busy.
   *
   * @return their ids; none if there is no such partition, or a write waits in it
   */
  public List<Integer> split(Table table, int partition) {
    table.lock().lock();
    try {
      synchronized (this) {
        TableZones zones = tables.get(table);
        return zones == null
            ? List.of()
            : zones.partitions().stream()
                .filter(each -> each.id == partition)
                .findFirst()
                .map(zones::splitUnlessHeld)
                .orElse(List.of());
      }
    } finally {
      table.lock().unlock();
    }
  }

  private void recompute() {
    boolean lagging = false;
    for (int reader = 0; reader < ReplicaLog.READERS; reader++) {
      lagging |= paused[reader] || lags[reader] != null;
    }
    boolean keep = mode != ReplicationMode.INSTANT || lagging;
    if (keepsVersions && !keep) {
      for (TableZones zones : tables.values()) {
        zones.partitions().forEach(partition -> partition.log.clear());
        zones.table().forgetVersions();
      }
    }
    keepsVersions = keep;
    plain = !keep && up() == Zone.COUNT && held.isEmpty() && holds.isEmpty();
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
