package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.zone.ZoneControls;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What levers of zones have in common: each acts on one region, and heals those it acted on. */
abstract sealed class ZoneLever implements Lever
    permits AzOutage, ReplicaLag, HoldCommit, Release, SplitPartition {
  private final Function<String, ZoneControls> zones;
  private final String defaultRegion;
  private final Map<String, ZoneControls> touched = new ConcurrentHashMap<>();

  ZoneLever(Function<String, ZoneControls> zones, String defaultRegion) {
    this.zones = zones;
    this.defaultRegion = defaultRegion;
  }

  /** The zones of the region that is named, or of the default one. */
  ZoneControls zones(Arguments arguments) {
    String region = arguments.region(defaultRegion);
    return touched.computeIfAbsent(region, zones);
  }

  String region(Arguments arguments) {
    return arguments.region(defaultRegion);
  }

  /** The state of each region that it acted on. */
  @Override
  public Map<String, Object> state() {
    Map<String, Object> states = new TreeMap<>();
    ZoneControls own = touched.computeIfAbsent(defaultRegion, zones);
    states.put(defaultRegion, state(own));
    touched.forEach((region, each) -> states.put(region, state(each)));
    return states;
  }

  abstract Object state(ZoneControls region);

  @Override
  public void heal() {
    touched.values().forEach(this::heal);
  }

  abstract void heal(ZoneControls region);
}
