package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sets how long writes are on their way from one region to another. */
record ReplicationLag(Links links) implements Lever {
  private static final long MOST_MS = Duration.ofDays(35).toMillis();

  @Override
  public String name() {
    return "replication-lag";
  }

  @Override
  public String help() {
    return "Sets how long writes are on their way, also those that are already: from, to (a region"
        + " or * for every one), ms (0 to "
        + MOST_MS
        + ").";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> lags = new TreeMap<>();
    links.lags().forEach((direction, lag) -> lags.put(Directions.shown(direction), lag.toMillis()));
    return Map.of("ms", lags);
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    Arguments given = Arguments.of(arguments, "from", "to", "ms");
    links.setLag(given.direction(), Duration.ofMillis(given.number("ms", 0, MOST_MS)));
  }

  @Override
  public void heal() {
    links.healLags();
  }
}
