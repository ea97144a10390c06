package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.ScalingPolicy;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.scaling.tracking.Adjustment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AutoScalingSettingsUpdate: how one capacity is to scale from now on. */
final class SettingsUpdate {
  @Nullable Long min;
  @Nullable Long max;
  @Nullable Boolean disabled;
  @Nullable String policyName;
  @Nullable TrackingRequest tracking;

  static @Nullable SettingsUpdate read(JsonReader in) {
    SettingsUpdate update = new SettingsUpdate();
    boolean present =
        in.structure(
            "AutoScalingSettingsUpdate",
            member -> {
              switch (member) {
                case "MinimumUnits" -> update.min = in.longInteger();
                case "MaximumUnits" -> update.max = in.longInteger();
                case "AutoScalingDisabled" -> update.disabled = in.bool();
                case "ScalingPolicyUpdate" -> update.readPolicy(in);
                default -> in.skip();
              }
            });
    return present ? update : null;
  }

  private void readPolicy(JsonReader in) {
    boolean unused =
        in.structure(
            "AutoScalingPolicyUpdate",
            member -> {
              switch (member) {
                case "PolicyName" -> policyName = in.string();
                case "TargetTrackingScalingPolicyConfiguration" ->
                    tracking = TrackingRequest.read(in);
                default -> in.skip();
              }
            });
  }

  void check(Constraints constraints, String path) {
    constraints
        .range(path + ".minimumUnits", min, 1, Long.MAX_VALUE)
        .range(path + ".maximumUnits", max, 1, Long.MAX_VALUE)
        .length(path + ".scalingPolicyUpdate.policyName", policyName, 1, 256);
    if (tracking != null) {
      tracking.check(
          constraints, path + ".scalingPolicyUpdate.targetTrackingScalingPolicyConfiguration");
    }
  }

  /**
   * Refuses what cannot be applied to a subject, in words that are not established.
   *
   * @param region any region that has the subject
   */
  void require(Region region, Subject subject) {
    if (Boolean.TRUE.equals(disabled)) {
      return;
    }
    Optional<ScalableTarget> known = region.scaling().target(subject);
    if ((min == null || max == null) && known.isEmpty()) {
      throw ServiceException.validation(
          "MinimumUnits and MaximumUnits must be specified to enable auto scaling");
    }
    if (lower(known) > upper(known)) {
      throw ServiceException.validation("MinimumUnits must not be greater than MaximumUnits");
    }
    if (tracking != null) {
      ScalingPolicy.Tracking asked = tracking.tracking();
      Objects.requireNonNull(asked);
    } else if (region.scaling().policy(subject).isEmpty()) {
      throw ServiceException.validation(
          "ScalingPolicyUpdate must be specified to enable auto scaling");
    }
  }

  private long lower(Optional<ScalableTarget> known) {
    return min == null ? known.map(ScalableTarget::min).orElse(1L) : min;
  }

  private long upper(Optional<ScalableTarget> known) {
    return max == null ? known.map(ScalableTarget::max).orElse(Long.MAX_VALUE) : max;
  }

  /** Does it in one region. */
  void apply(Region region, Subject subject) {
    if (Boolean.TRUE.equals(disabled)) {
      boolean unused = region.scaling().removeTarget(subject);
      return;
    }
    Optional<ScalableTarget> known = region.scaling().target(subject);
    ScalableTarget target =
        region
            .scaling()
            .register(
                subject,
                lower(known),
                upper(known),
                known.map(ScalableTarget::suspension).orElse(ScalableTarget.Suspension.NONE));
    if (tracking != null) {
      // A table has one policy for each capacity, whatever its name was.
      ScalingPolicy policy =
          region.scaling().apply(subject, name(region, subject), tracking.tracking());
      Objects.requireNonNull(policy);
    }
    new Adjustment(region, subject).keepWithin(target);
  }

  private String name(Region region, Subject subject) {
    if (policyName != null) {
      return policyName;
    }
    return region
        .scaling()
        .policy(subject)
        .map(ScalingPolicy::name)
        .orElse(subject.dimension().metric() + ":" + subject.resourceId());
  }
}
