package dev.assay.engine.lever.zone;

import dev.assay.engine.api.Region;
import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Subjects;
import dev.assay.engine.zone.ZoneControls;
import java.util.Map;
import java.util.function.Function;

/** Has the next writes of a table reach their leader's zone and no other. */
public final class HoldCommit extends ZoneLever {
  private static final int MOST_WRITES = 1_000_000;

  private final Function<String, Region> regions;

  public HoldCommit(
      Function<String, ZoneControls> zones,
      Function<String, Region> regions,
      String defaultRegion) {
    super(zones, defaultRegion);
    this.regions = regions;
  }

  @Override
  public String name() {
    return "hold-commit";
  }

  @Override
  public String help() {
    return "Holds back the next 'writes' (1 if left out, 0 for none) of the table 'table' in"
        + " 'region' (the default one if left out): each client is told of an internal error, and"
        + " nobody sees the write until it is released; the loss of its leader's zone loses it."
        + " The partition of a write that is held takes no other.";
  }

  @Override
  Object state(ZoneControls region) {
    return Map.of("next_writes", region.holds(), "held", region.heldBack());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "table", "region", "writes");
    String table = arguments.text("table");
    int writes = (int) arguments.whole("writes", 0, MOST_WRITES, 1);
    Region region = regions.apply(region(arguments));
    zones(arguments).holdNext(Subjects.table(region.catalog(), table).definition().name(), writes);
  }

  @Override
  void heal(ZoneControls region) {
    region.release(null);
  }
}
