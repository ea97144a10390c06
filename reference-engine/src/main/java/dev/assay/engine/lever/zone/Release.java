package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.zone.ZoneControls;
import java.util.Map;
import java.util.function.Function;

/** Lets writes be committed that were held back. */
public final class Release extends ZoneLever {

  public Release(Function<String, ZoneControls> zones, String defaultRegion) {
    super(zones, defaultRegion);
  }

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String help() {
    return "Lets the writes be committed that hold-commit held back, of the table 'table' or of all"
        + " if it is left out, in 'region' (the default one if left out), and holds back no more.";
  }

  @Override
  Object state(ZoneControls region) {
    return Map.of("next_writes", region.holds(), "held", region.heldBack());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "table", "region");
    zones(arguments).release(arguments.optionalText("table").orElse(null));
  }

  @Override
  void heal(ZoneControls region) {
    region.release(null);
  }
}
