package dev.assay.engine.zone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which zones of a region are up, and how far each reader of its logs is behind. Guarded by the
 * monitor of the region's zones.
 */
final class ZoneStates {
  private final ReplicationSettings settings;
  private final boolean[] down = new boolean[Zone.COUNT];
  private final long[] downSinceNanos = new long[Zone.COUNT];
  private final boolean[] paused = new boolean[ReplicaLog.READERS];
  private final @Nullable Duration[] lags = new @Nullable Duration[ReplicaLog.READERS];
  private ReplicationMode mode;
  private Duration detection;

  ZoneStates(ReplicationSettings settings) {
    this.settings = settings;
    this.mode = settings.mode();
    this.detection = settings.detection();
  }

  int up() {
    int up = 0;
    for (boolean isDown : down) {
      up += isDown ? 0 : 1;
    }
    return up;
  }

  boolean isDown(Zone zone) {
    return down[zone.place()];
  }

  /**
   * @return whether it was otherwise before
   */
  boolean setDown(Zone zone, boolean isDown, long nowNanos) {
    if (down[zone.place()] == isDown) {
      return false;
    }
    down[zone.place()] = isDown;
    downSinceNanos[zone.place()] = nowNanos;
    return true;
  }

  /** Whether it has been down for as long as that goes unnoticed. */
  boolean isLost(Zone zone, long nowNanos) {
    return isDown(zone) && nowNanos >= downSinceNanos[zone.place()] + detection.toNanos();
  }

  /** Whether new entries get there. */
  boolean receives(Zone zone) {
    return !down[zone.place()] && !paused[zone.place()];
  }

  /** Whether a reader, which may be the global indexes, applies nothing. */
  boolean isFrozen(int reader) {
    return paused[reader] || (reader < Zone.COUNT && down[reader]);
  }

  boolean isPaused(int reader) {
    return paused[reader];
  }

  /**
   * @return whether it was otherwise before
   */
  boolean setPaused(int reader, boolean isPaused) {
    boolean before = paused[reader];
    paused[reader] = isPaused;
    return before != isPaused;
  }

  /** What a lever set; null for what the mode says. */
  @Nullable Duration fixedLag(int reader) {
    return lags[reader];
  }

  void setLag(int reader, @Nullable Duration lag) {
    lags[reader] = lag;
  }

  /** Whether no reader is ever behind, as long as all zones are up. */
  boolean isInstant() {
    for (int reader = 0; reader < ReplicaLog.READERS; reader++) {
      if (paused[reader] || lags[reader] != null) {
        return false;
      }
    }
    return mode == ReplicationMode.INSTANT;
  }

  /**
   * How long it takes an entry to a reader.
   *
   * @param chance what the faithful mode makes of it
   * @return nanoseconds, or {@link ReplicaLog#NEVER}
   */
  long lagNanos(int reader, long chance) {
    if (isFrozen(reader)) {
      return ReplicaLog.NEVER;
    }
    Duration fixed = lags[reader];
    return fixed != null ? fixed.toNanos() : drawnLag(reader, chance);
  }

  private long drawnLag(int reader, long chance) {
    long most =
        (reader == ReplicaLog.INDEXES ? settings.mostIndexLag() : settings.mostLag()).toNanos();
    return switch (mode) {
      case INSTANT -> 0;
      case FAITHFUL ->
          Math.min(most, Math.round(-Math.log(Chance.unit(chance)) * settings.meanLag().toNanos()));
      case ADVERSARIAL -> most;
    };
  }

  ReplicationMode mode() {
    return mode;
  }

  void mode(ReplicationMode newMode) {
    mode = newMode;
  }

  Duration detection() {
    return detection;
  }

  void detection(Duration newDetection) {
    detection = newDetection;
  }
}
