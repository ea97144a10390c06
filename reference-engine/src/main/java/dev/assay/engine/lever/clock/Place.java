package dev.assay.engine.lever.clock;

import dev.assay.engine.lever.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The place whose clock a lever sets: a region, or one zone of it. */
final class Place {
  /** The longest that a clock may be off, to either side. */
  static final Duration FURTHEST = Duration.ofDays(3650);

  private static final List<String> ZONES = List.of("a", "b", "c");

  private Place() {}

  static String of(Arguments arguments, String defaultRegion) {
    String region = arguments.region(defaultRegion);
    return arguments.has("zone") ? region + "/" + arguments.word("zone", ZONES) : region;
  }

  /** How far each wrong clock is ahead, in milliseconds. */
  static Map<String, Object> state(Map<String, Duration> skews, Instant now) {
    Map<String, Object> byPlace = new TreeMap<>();
    skews.forEach((place, by) -> byPlace.put(place, by.toMillis()));
    return Map.of("ahead_ms", byPlace, "now", now.toString());
  }
}
