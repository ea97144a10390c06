package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.zone.RegionZones;
import dev.assay.engine.zone.ReplicationMode;
import dev.assay.engine.zone.ReplicationSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes how far behind replicas and global indexes are, in every region. */
public final class ReplicationLever implements Lever {
  private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

  private final Function<@Nullable String, RegionZones> zones;
  private final Supplier<? extends Iterable<RegionZones>> all;
  private final ReplicationSettings settings;

  /**
   * @param zones gives those of the region of a name, the default one for null
   * @param all gives those of every region that is there
   * @param settings as the engine was started
   */
  public ReplicationLever(
      Function<@Nullable String, RegionZones> zones,
      Supplier<? extends Iterable<RegionZones>> all,
      ReplicationSettings settings) {
    this.zones = zones;
    this.all = all;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "replication-mode";
  }

  @Override
  public String help() {
    return "Changes how replicas and global indexes follow their leaders, in every region: 'mode'"
        + " is instant, faithful or adversarial; 'detection_ms' (up to a day) is how long it is"
        + " from the loss of a zone to other leaders. At least one of them.";
  }

  @Override
  public Map<String, Object> state() {
    RegionZones region = zones.apply(null);
    return Map.of(
        "mode", Arguments.label(region.mode()), "detection_ms", region.detection().toMillis());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "mode", "detection_ms");
    RegionZones first = zones.apply(null);
    ReplicationMode mode =
        arguments.has("mode") || !arguments.has("detection_ms")
            ? arguments.member("mode", ReplicationMode.class)
            : first.mode();
    long detectionMillis =
        arguments.whole("detection_ms", 0, LONGEST_MS, first.detection().toMillis());
    set(mode, Duration.ofMillis(detectionMillis));
  }

  private void set(ReplicationMode mode, Duration detection) {
    for (RegionZones region : all.get()) {
      region.setMode(mode);
      region.setDetection(detection);
    }
  }

  @Override
  public void heal() {
    set(settings.mode(), settings.detection());
  }
}
