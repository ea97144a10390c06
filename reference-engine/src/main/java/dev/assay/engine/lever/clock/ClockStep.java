package dev.assay.engine.lever.clock;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.time.EngineTime;
import java.time.Duration;
import java.util.Map;

/** Has the clock of a place show a certain moment, as when a time server sets it. */
public final class ClockStep implements Lever {
  private final EngineTime time;
  private final String defaultRegion;

  public ClockStep(EngineTime time, String defaultRegion) {
    this.time = time;
    this.defaultRegion = defaultRegion;
  }

  @Override
  public String name() {
    return "clock-step";
  }

  @Override
  public String help() {
    return "Steps the clock of a region, or of one zone of it (a, b or c), so that it shows the"
        + " moment of 'to', such as 2026-10-01T12:00:00Z, and runs on from there; region is the"
        + " default one if it is left out.";
  }

  @Override
  public Map<String, Object> state() {
    return Place.state(time.skews(), time.now());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "region", "zone", "to");
    String place = Place.of(arguments, defaultRegion);
    Duration by = Duration.between(time.now(), arguments.moment("to"));
    int slash = place.indexOf('/');
    if (slash > 0) {
      // A zone's clock counts its region's skew too.
      by = by.minus(time.skewOf(place.substring(0, slash)));
    }
    if (by.abs().compareTo(Place.FURTHEST) > 0) {
      throw new LeverException(
          "the argument 'to' of "
              + name()
              + " must be within ten years of the true time, which is "
              + time.now());
    }
    time.skew(place, by);
  }

  @Override
  public void heal() {
    time.heal();
  }
}
