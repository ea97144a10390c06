package dev.assay.engine.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the engine: the time of the clock that it was given, moved on by a lever, and
 * in each place (a region, or one zone of it) off by that place's skew.
 */
public final class EngineTime {
  private final Clock base;
  private final ConcurrentMap<String, Duration> skews = new ConcurrentHashMap<>();
  private volatile Duration advanced = Duration.ZERO;

  /**
   * @param base the clock below
   */
  public EngineTime(Clock base) {
    this.base = base;
  }

  /** The true time, which no skew changes. */
  public Instant now() {
    Duration ahead = advanced;
    return ahead.isZero() ? base.instant() : base.instant().plus(ahead);
  }

  /** Moves the whole engine's time on; it cannot go back. */
  public synchronized void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time cannot go back, by " + by);
    }
    advanced = advanced.plus(by);
  }

  /** How far the engine's time is ahead of the clock below. */
  public Duration advanced() {
    return advanced;
  }

  /**
   * Sets a place's clock wrong.
   *
   * @param place such as {@code eu-west-2} or {@code eu-west-2/a}
   * @param by ahead of the true time, or behind it if negative; zero sets it right
   */
  public void skew(String place, Duration by) {
    if (by.isZero()) {
      skews.remove(place);
    } else {
      skews.put(place, by);
    }
  }

  /** How far a place's own clock is ahead. */
  public Duration skewOf(String place) {
    return skews.getOrDefault(place, Duration.ZERO);
  }

  /** Whether any clock is wrong. */
  public boolean isSkewed() {
    return !skews.isEmpty();
  }

  /** Every place whose clock is wrong, and how far ahead each is. */
  public Map<String, Duration> skews() {
    return Map.copyOf(skews);
  }

  /** Sets every clock right. The time that was passed over stays passed. */
  public void heal() {
    skews.clear();
  }

  /** The clock of a region: true time and the region's skew. */
  public Clock clockOf(String region) {
    return new PlaceClock(region, null);
  }

  /** The clock of one zone of a region: both its region's skew and its own count. */
  public Clock clockOf(String region, String zone) {
    return new PlaceClock(region, region + "/" + zone);
  }

  private final class PlaceClock extends Clock {
    private final String region;
    private final @Nullable String zonePlace;

    private PlaceClock(String region, @Nullable String zonePlace) {
      this.region = region;
      this.zonePlace = zonePlace;
    }

    @Override
    public Instant instant() {
      Instant now = now();
      if (skews.isEmpty()) {
        return now;
      }
      Instant local = now.plus(skewOf(region));
      return zonePlace == null ? local : local.plus(skewOf(zonePlace));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
