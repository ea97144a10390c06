package dev.assay.engine.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target-tracking policy.
 *
 * @param alarms the ids that its four alarms end with: high, low, provisioned high and low
 */
public record ScalingPolicy(
    Subject subject,
    String name,
    String arn,
    Instant createdAt,
    Tracking tracking,
    List<String> alarms) {
  private static final List<String> ALARMS =
      List.of("AlarmHigh", "AlarmLow", "ProvisionedCapacityHigh", "ProvisionedCapacityLow");

  public ScalingPolicy {
    alarms = List.copyOf(alarms);
  }

  /**
   * What it tracks and how fast.
   *
   * @param target percent of the provisioned units
   * @param scaleInCooldown seconds; null for the default, which is none for DynamoDB
   * @param scaleOutCooldown seconds; null for the default, which is none for DynamoDB
   */
  public record Tracking(
      double target,
      @Nullable Integer scaleInCooldown,
      @Nullable Integer scaleOutCooldown,
      @Nullable Boolean disableScaleIn) {

    public Duration scaleInPause() {
      return Duration.ofSeconds(scaleInCooldown == null ? 0 : scaleInCooldown);
    }

    public Duration scaleOutPause() {
      return Duration.ofSeconds(scaleOutCooldown == null ? 0 : scaleOutCooldown);
    }

    public boolean scalesIn() {
      return disableScaleIn == null || !disableScaleIn;
    }
  }

  /** How many alarms a policy has. */
  public static int alarmCount() {
    return ALARMS.size();
  }

  /** The names of its alarms. */
  public List<String> alarmNames() {
    return java.util.stream.IntStream.range(0, alarms.size())
        .mapToObj(
            i ->
                "TargetTracking-"
                    + subject.resourceId()
                    + "-"
                    + ALARMS.get(i)
                    + "-"
                    + alarms.get(i))
        .toList();
  }

  /** The alarm that has it scale out, or in. */
  public String alarm(boolean out) {
    return alarmNames().get(out ? 0 : 1);
  }
}
