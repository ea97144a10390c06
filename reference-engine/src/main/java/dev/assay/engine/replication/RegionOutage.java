package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.util.Map;

/** Takes a region away: from its clients, who are answered 503, and from the other regions. */
record RegionOutage(Links links) implements Lever {
  @Override
  public String name() {
    return "region-outage";
  }

  @Override
  public String help() {
    return "Takes a region away, from clients (503) and from other regions: region, state (down or"
        + " up; default down).";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("down", links.down().stream().sorted().toList());
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    Arguments given = Arguments.of(arguments, "region", "state");
    links.setDown(given.region("region"), given.isBroken("down", "up"));
  }

  @Override
  public void heal() {
    links.healDown();
  }
}
