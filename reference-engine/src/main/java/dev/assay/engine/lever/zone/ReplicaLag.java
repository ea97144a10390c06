package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.zone.Zone;
import dev.assay.engine.zone.ZoneControls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the replicas of a zone, or the global indexes, lag behind. */
public final class ReplicaLag extends ZoneLever {
  private static final String INDEXES = "indexes";
  private static final long LONGEST_MS = Duration.ofDays(365).toMillis();
  private static final List<String> READERS = List.of("a", "b", "c", INDEXES);

  public ReplicaLag(Function<String, ZoneControls> zones, String defaultRegion) {
    super(zones, defaultRegion);
  }

  @Override
  public String name() {
    return "replica-lag";
  }

  @Override
  public String help() {
    return "Has the replicas of 'zone' (a, b or c), or the global and vector indexes (indexes),"
        + " apply every entry 'lag_ms' after it is written (up to a year), or with 'paused'"
        + " true nothing more until false; a zone that is paused holds no new write either."
        + " 'region' is the default one if left out.";
  }

  @Override
  Object state(ZoneControls region) {
    return region.lagging();
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "zone", "lag_ms", "paused", "region");
    String reader = arguments.word("zone", READERS);
    Zone zone = reader.equals(INDEXES) ? null : Zone.named(reader);
    if (!arguments.has("lag_ms") && !arguments.has("paused")) {
      throw new LeverException("the lever replica-lag needs 'lag_ms' or 'paused'");
    }
    @Nullable Duration lag =
        arguments.has("lag_ms")
            ? Duration.ofMillis(arguments.whole("lag_ms", 0, LONGEST_MS))
            : null;
    boolean paused = arguments.truth("paused", false);
    ZoneControls region = zones(arguments);
    if (lag != null) {
      region.setLag(zone, lag);
    }
    if (arguments.has("paused")) {
      region.setPaused(zone, paused);
    }
  }

  @Override
  void heal(ZoneControls region) {
    for (Zone zone : Zone.values()) {
      region.setLag(zone, null);
      region.setPaused(zone, false);
    }
    region.setLag(null, null);
    region.setPaused(null, false);
  }
}
