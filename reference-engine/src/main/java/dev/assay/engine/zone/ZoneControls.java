package dev.assay.engine.zone;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What levers do to the zones of a region, and see of them. Everything is guarded by the region's
 * monitor; what was held back and can be committed by a change is committed after it, without that
 * lock.
 */
public final class ZoneControls {
  private final RegionZones region;
  private final ZoneStates states;
  private final Map<String, Integer> holds;
  private final List<Held> held;

  /**
   * @param holds how many of the next writes of each table are to be held back
   * @param held the writes that are
   */
  ZoneControls(RegionZones region, ZoneStates states, Map<String, Integer> holds, List<Held> held) {
    this.region = region;
    this.states = states;
    this.holds = holds;
    this.held = held;
  }

  /** Takes a zone away, or gives it back. Nothing happens if it is so already. */
  public void setDown(Zone zone, boolean isDown) {
    synchronized (region) {
      region.electAll();
      if (states.setDown(zone, isDown, region.nowNanos())) {
        region.followFreezing(zone.place());
        region.electAll();
        region.recompute();
      }
    }
    region.commitHeld();
  }

  public boolean isDown(Zone zone) {
    synchronized (region) {
      return states.isDown(zone);
    }
  }

  /** How long it is from the loss of a leader's zone to another leader, from now on. */
  public void setDetection(Duration newDetection) {
    synchronized (region) {
      states.detection(newDetection);
      region.electAll();
    }
  }

  public Duration detection() {
    synchronized (region) {
      return states.detection();
    }
  }

  /**
   * Has a zone, or with null the indexes, apply nothing more, or go on. A zone that is paused
   * receives nothing either, so that it is no second zone for a write.
   */
  public void setPaused(@Nullable Zone zone, boolean isPaused) {
    int reader = reader(zone);
    synchronized (region) {
      region.electAll();
      if (states.setPaused(reader, isPaused)) {
        region.recompute();
        region.followFreezing(reader);
      }
    }
    region.commitHeld();
  }

  /**
   * Has every later entry reach a zone, or with null the indexes, after exactly this time.
   *
   * @param lag null for what the mode says
   */
  public void setLag(@Nullable Zone zone, @Nullable Duration lag) {
    synchronized (region) {
      states.setLag(reader(zone), lag);
      region.recompute();
    }
  }

  private static int reader(@Nullable Zone zone) {
    return zone == null ? ReplicaLog.INDEXES : zone.place();
  }

  public void setMode(ReplicationMode newMode) {
    synchronized (region) {
      states.mode(newMode);
      region.recompute();
    }
  }

  public ReplicationMode mode() {
    synchronized (region) {
      return states.mode();
    }
  }

  /** Has the next writes of a table held back, each until {@link #release} or its leader's loss. */
  public void holdNext(String table, int writes) {
    synchronized (region) {
      if (writes == 0) {
        holds.remove(table);
      } else {
        holds.put(table, writes);
      }
      region.recompute();
    }
  }

  /**
   * Lets the writes that a lever holds back be committed, and holds no more.
   *
   * @param table null for all
   */
  public void release(@Nullable String table) {
    synchronized (region) {
      region.electAll();
      holds.keySet().removeIf(name -> table == null || table.equals(name));
      for (Held write : List.copyOf(held)) {
        if (write.byLever()
            && (table == null || table.equals(RegionZones.nameOf(write.entries().getFirst())))) {
          region.drop(write);
          region.holdBack(write.forZones());
        }
      }
      region.recompute();
    }
    region.commitHeld();
  }

  /** How many more writes of each table will be held back. */
  public Map<String, Integer> holds() {
    synchronized (region) {
      return new TreeMap<>(holds);
    }
  }

  /** How many writes are held back, and neither committed nor lost yet. */
  public int heldBack() {
    synchronized (region) {
      return held.size();
    }
  }

  /** What a lever set for each zone and for {@code indexes}; only what is not as usual. */
  public Map<String, Object> lagging() {
    Map<String, Object> all = new TreeMap<>();
    synchronized (region) {
      for (int reader = 0; reader < ReplicaLog.READERS; reader++) {
        Duration lag = states.fixedLag(reader);
        if (states.isPaused(reader) || lag != null) {
          Map<String, Object> state = new TreeMap<>();
          state.put("paused", states.isPaused(reader));
          if (lag != null) {
            state.put("lag_ms", lag.toMillis());
          }
          all.put(reader < Zone.COUNT ? Zone.NAMES.get(reader) : "indexes", state);
        }
      }
    }
    return all;
  }

  /** The partitions of a table in the order of their hashes; none if it is not of this region. */
  public List<PartitionState> partitions(Table table) {
    synchronized (region) {
      region.electAll();
      TableZones zones = region.zonesOf(table);
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
  }

  /** The partition that an item is in; null if the table is not of this region. */
  public @Nullable Integer partitionOf(Table table, EntryKey key) {
    synchronized (region) {
      TableZones zones = region.zonesOf(table);
      return zones == null ? null : zones.partition(key).id;
    }
  }

  /**
   * Splits a partition into halves, as when it is too large.
   *
   * @return their ids; none if there is no such partition, or a write waits in it
   */
  public List<Integer> split(Table table, int partition) {
    table.lock().lock();
    try {
      synchronized (region) {
        TableZones zones = region.zonesOf(table);
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
}
