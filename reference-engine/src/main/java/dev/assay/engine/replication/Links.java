package dev.assay.engine.replication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How regions reach each other: which are gone, which ways are cut, paused or slow. All is well
 * until a lever is pulled.
 *
 * <pre>
 *   carries(a, b)   brings eventual writes: both up, a→b neither cut nor paused
 *   reaches(a, b)   can agree with: both up, a→b and b→a neither cut nor paused
 * </pre>
 */
public final class Links {
  private final Shipping shipping;
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final Set<Direction> cut = ConcurrentHashMap.newKeySet();
  private final Set<Direction> paused = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Direction, Duration> lags = new ConcurrentHashMap<>();
  private final ConcurrentMap<Conflict, Integer> conflicts = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * Writes that are to collide with another region's.
   *
   * @param table by name, or {@code *}
   */
  record Conflict(String region, String table) {}

  public Links(Shipping shipping) {
    this.shipping = shipping;
  }

  Shipping shipping() {
    return shipping;
  }

  /** Has something done whenever a way has become better. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Whether a region is gone for its clients and for the other regions. */
  public boolean isDown(String region) {
    return !down.isEmpty() && down.contains(region);
  }

  boolean carries(String from, String to) {
    return !isDown(from) && !isDown(to) && !holds(cut, from, to) && !holds(paused, from, to);
  }

  boolean reaches(String one, String other) {
    return carries(one, other) && carries(other, one);
  }

  private static boolean holds(Set<Direction> directions, String from, String to) {
    return !directions.isEmpty()
        && directions.stream().anyMatch(direction -> direction.covers(from, to));
  }

  /** How long a shipment is on its way. */
  Duration delay(String from, String to, Shipment shipment) {
    Duration set = lag(from, to);
    return set == null ? shipping.delay(shipment) : set;
  }

  private @Nullable Duration lag(String from, String to) {
    if (lags.isEmpty()) {
      return null;
    }
    Duration exact = lags.get(new Direction(from, to));
    if (exact != null) {
      return exact;
    }
    return lags.entrySet().stream()
        .filter(entry -> entry.getKey().covers(from, to))
        .map(Map.Entry::getValue)
        .max(Duration::compareTo)
        .orElse(null);
  }

  /** Whether a write shall collide; each call uses one collision up. */
  boolean collides(String region, String table) {
    return !conflicts.isEmpty()
        && (takes(new Conflict(region, table)) || takes(new Conflict(region, Direction.EVERY)));
  }

  private boolean takes(Conflict conflict) {
    boolean[] taken = new boolean[1];
    conflicts.computeIfPresent(
        conflict,
        (key, left) -> {
          taken[0] = true;
          return left > 1 ? left - 1 : null;
        });
    return taken[0];
  }

  void setDown(String region, boolean isDown) {
    set(down, region, isDown);
  }

  void setCut(Direction direction, boolean isCut) {
    set(cut, direction, isCut);
  }

  void setPaused(Direction direction, boolean isPaused) {
    set(paused, direction, isPaused);
  }

  private <T> void set(Set<T> states, T subject, boolean on) {
    if (on) {
      states.add(subject);
    } else {
      states.remove(subject);
    }
    changed();
  }

  void setLag(Direction direction, Duration lag) {
    lags.put(direction, lag);
    changed();
  }

  void setConflicts(Conflict conflict, int writes) {
    if (writes == 0) {
      conflicts.remove(conflict);
    } else {
      conflicts.put(conflict, writes);
    }
  }

  Set<String> down() {
    return Set.copyOf(down);
  }

  Set<Direction> cut() {
    return Set.copyOf(cut);
  }

  Set<Direction> paused() {
    return Set.copyOf(paused);
  }

  Map<Direction, Duration> lags() {
    return Map.copyOf(lags);
  }

  Map<Conflict, Integer> conflicts() {
    return Map.copyOf(conflicts);
  }

  void healDown() {
    down.clear();
    changed();
  }

  void healCut() {
    cut.clear();
    changed();
  }

  void healPaused() {
    paused.clear();
    changed();
  }

  void healLags() {
    lags.clear();
    changed();
  }

  void healConflicts() {
    conflicts.clear();
  }
}
