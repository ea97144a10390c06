package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.zone.Zone;
import dev.assay.engine.zone.ZoneControls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes an availability zone away. */
public final class AzOutage extends ZoneLever {

  public AzOutage(Function<String, ZoneControls> zones, String defaultRegion) {
    super(zones, defaultRegion);
  }

  @Override
  public String name() {
    return "az-outage";
  }

  @Override
  public String help() {
    return "Loses the zone 'zone' (a, b or c) of 'region' (the default one if left out) with"
        + " 'state' down (the default), or gives it back with up. Partitions that it leads are led"
        + " by another zone after the detection time; with two zones lost there are no writes and"
        + " no strong reads.";
  }

  @Override
  Object state(ZoneControls region) {
    List<String> down = new ArrayList<>();
    for (Zone zone : Zone.values()) {
      if (region.isDown(zone)) {
        down.add(zone.label());
      }
    }
    return Map.of("down", down);
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "zone", "state", "region");
    Zone zone = Zone.named(arguments.word("zone", Zone.NAMES));
    boolean down = arguments.word("state", List.of("down", "up"), "down").equals("down");
    zones(arguments).setDown(zone, down);
  }

  @Override
  void heal(ZoneControls region) {
    for (Zone zone : Zone.values()) {
      region.setDown(zone, false);
    }
  }
}
