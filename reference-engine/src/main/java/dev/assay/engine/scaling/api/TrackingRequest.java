package dev.assay.engine.scaling.api;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalingPolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The configuration of a target-tracking policy, in the form of either API. */
final class TrackingRequest {
  /** Target utilizations that DynamoDB takes (Developer Guide, AutoScaling). */
  private static final double LEAST_TARGET = 20;

  private static final double MOST_TARGET = 90;

  @Nullable Double target;
  @Nullable Integer scaleInCooldown;
  @Nullable Integer scaleOutCooldown;
  @Nullable Boolean disableScaleIn;
  @Nullable String metric;
  boolean customized;

  static @Nullable TrackingRequest read(JsonReader in) {
    TrackingRequest request = new TrackingRequest();
    boolean present =
        in.structure(
            "TargetTrackingScalingPolicyConfiguration",
            member -> {
              switch (member) {
                case "TargetValue" -> request.target = in.decimal();
                case "ScaleInCooldown" -> request.scaleInCooldown = in.integer();
                case "ScaleOutCooldown" -> request.scaleOutCooldown = in.integer();
                case "DisableScaleIn" -> request.disableScaleIn = in.bool();
                case "PredefinedMetricSpecification" ->
                    request.metric = readMetric(in, request.metric);
                case "CustomizedMetricSpecification" -> {
                  request.customized = true;
                  in.skip();
                }
                default -> in.skip();
              }
            });
    return present ? request : null;
  }

  private static @Nullable String readMetric(JsonReader in, @Nullable String none) {
    String[] metric = {none};
    boolean unused =
        in.structure(
            "PredefinedMetricSpecification",
            member -> {
              if (member.equals("PredefinedMetricType")) {
                metric[0] = in.string();
              } else {
                in.skip();
              }
            });
    return metric[0];
  }

  void check(Constraints constraints, String path) {
    constraints
        .required(path + ".targetValue", target)
        .range(path + ".scaleInCooldown", scaleInCooldown, 0, Integer.MAX_VALUE)
        .range(path + ".scaleOutCooldown", scaleOutCooldown, 0, Integer.MAX_VALUE);
  }

  /**
   * What it asks for, once its constraints have been verified.
   *
   * @throws ServiceException if the target is out of bounds, in words that are not established
   */
  ScalingPolicy.Tracking tracking() {
    double percent = Objects.requireNonNull(target);
    if (!(percent >= LEAST_TARGET && percent <= MOST_TARGET)) {
      throw ServiceException.validation(
          "Target utilization must be between 20 and 90 percent, was " + percent);
    }
    return new ScalingPolicy.Tracking(percent, scaleInCooldown, scaleOutCooldown, disableScaleIn);
  }

  /** Writes the members that both APIs have. */
  static void write(JsonWriter out, ScalingPolicy.Tracking tracking) {
    if (tracking.disableScaleIn() != null) {
      out.member("DisableScaleIn", tracking.disableScaleIn());
    }
    if (tracking.scaleInCooldown() != null) {
      out.member("ScaleInCooldown", tracking.scaleInCooldown());
    }
    if (tracking.scaleOutCooldown() != null) {
      out.member("ScaleOutCooldown", tracking.scaleOutCooldown());
    }
    out.member("TargetValue", tracking.target());
  }
}
