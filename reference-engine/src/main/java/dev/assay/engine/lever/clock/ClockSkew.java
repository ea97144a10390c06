package dev.assay.engine.lever.clock;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.time.EngineTime;
import java.time.Duration;
import java.util.Map;

/** Sets the clock of a place wrong by so much. */
public final class ClockSkew implements Lever {
  private final EngineTime time;
  private final String defaultRegion;

  public ClockSkew(EngineTime time, String defaultRegion) {
    this.time = time;
    this.defaultRegion = defaultRegion;
  }

  @Override
  public String name() {
    return "clock-skew";
  }

  @Override
  public String help() {
    return "Sets the clock of a region, or of one zone of it, wrong: by_ms ahead of the true time,"
        + " or behind if negative (up to ten years); region is the default one if it is left out,"
        + " zone is a, b or c.";
  }

  @Override
  public Map<String, Object> state() {
    return Place.state(time.skews(), time.now());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "region", "zone", "by_ms");
    long most = Place.FURTHEST.toMillis();
    long byMillis = arguments.whole("by_ms", -most, most);
    time.skew(Place.of(arguments, defaultRegion), Duration.ofMillis(byMillis));
  }

  @Override
  public void heal() {
    time.heal();
  }
}
