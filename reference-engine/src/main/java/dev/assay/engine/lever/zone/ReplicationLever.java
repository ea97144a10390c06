package dev.assay.engine.lever.zone;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.zone.ReplicationMode;
import dev.assay.engine.zone.ReplicationSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Changes how far behind replicas and global indexes are, in every region. */
public final class ReplicationLever implements Lever {
  private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

  private final Supplier<ReplicationSettings> current;
  private final Consumer<ReplicationSettings> change;
  private final ReplicationSettings normal;

  /**
   * @param current how regions replicate now
   * @param change has all regions replicate otherwise, those too that are first used later
   * @param normal as the engine was started
   */
  public ReplicationLever(
      Supplier<ReplicationSettings> current,
      Consumer<ReplicationSettings> change,
      ReplicationSettings normal) {
    this.current = current;
    this.change = change;
    this.normal = normal;
  }

  @Override
  public String name() {
    return "replication-mode";
  }

  @Override
  public String help() {
    return "Changes how replicas and indexes follow their leaders, in every region: 'mode'"
        + " is instant, faithful or adversarial; 'detection_ms' (up to a day) is how long it is"
        + " from the loss of a zone to other leaders. At least one of them.";
  }

  @Override
  public Map<String, Object> state() {
    ReplicationSettings now = current.get();
    return Map.of("mode", Arguments.label(now.mode()), "detection_ms", now.detection().toMillis());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "mode", "detection_ms");
    ReplicationSettings now = current.get();
    ReplicationMode mode =
        arguments.has("mode") || !arguments.has("detection_ms")
            ? arguments.member("mode", ReplicationMode.class)
            : now.mode();
    long detectionMillis =
        arguments.whole("detection_ms", 0, LONGEST_MS, now.detection().toMillis());
    change.accept(now.withMode(mode).withDetection(Duration.ofMillis(detectionMillis)));
  }

  @Override
  public void heal() {
    change.accept(normal);
  }
}
