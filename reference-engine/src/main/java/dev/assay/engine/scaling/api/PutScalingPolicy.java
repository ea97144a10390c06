package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalingPolicy;
import dev.assay.engine.scaling.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PutScalingPolicy, for target tracking. Step scaling does not exist for DynamoDB; predictive
 * scaling and metrics of one's own do not exist here. The words of refusals that are not quoted
 * from reports of users are not established.
 */
final class PutScalingPolicy implements Operation {
  private static final class Request {
    private final ScalingRequest common = new ScalingRequest();
    private @Nullable String policyName;
    private @Nullable String policyType;
    private @Nullable TrackingRequest tracking;

    private Request(JsonReader in) {
      in.request(
          member -> {
            switch (member) {
              case "PolicyName" -> policyName = in.string();
              case "PolicyType" -> policyType = in.string();
              case "TargetTrackingScalingPolicyConfiguration" ->
                  tracking = TrackingRequest.read(in);
              default -> {
                if (!common.read(member, in)) {
                  in.skip();
                }
              }
            }
          });
    }

    private void check() {
      Constraints constraints =
          common
              .subjectConstraints()
              .required("policyName", policyName)
              .length("policyName", policyName, 1, 256);
      if (tracking != null) {
        tracking.check(constraints, "targetTrackingScalingPolicyConfiguration");
      }
      constraints.verify();
    }

    private ScalingPolicy.Tracking tracking(Subject subject) {
      // Step scaling is the default, which DynamoDB does not have (API_PutScalingPolicy).
      if (!"TargetTrackingScaling".equals(policyType)) {
        throw ServiceException.validation(
            "The policy type must be TargetTrackingScaling for service namespace dynamodb, was "
                + (policyType == null ? "StepScaling" : policyType));
      }
      if (tracking == null) {
        throw ServiceException.validation(
            "TargetTrackingScalingPolicyConfiguration must be specified for policy type"
                + " TargetTrackingScaling");
      }
      if (tracking.customized) {
        throw ServiceException.validation("Customized metrics are not supported here");
      }
      if (!subject.dimension().metric().equals(tracking.metric)) {
        throw ServiceException.validation(
            "PredefinedMetricType must be "
                + subject.dimension().metric()
                + " for "
                + subject.dimension().word()
                + ", was "
                + tracking.metric);
      }
      return tracking.tracking();
    }
  }

  @Override
  public String name() {
    return "PutScalingPolicy";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    request.check();
    Region region = call.region();
    call.authorize(() -> request.common.access(region, name()));
    Subject subject = request.common.subject();
    ScalingPolicy.Tracking tracking = request.tracking(subject);
    if (region.scaling().target(subject).isEmpty()) {
      throw ScalingRequest.notFound("No scalable target registered", subject, "");
    }
    String policyName = Objects.requireNonNull(request.policyName);
    boolean another =
        region.scaling().policy(subject).filter(p -> !p.name().equals(policyName)).isPresent();
    if (another) {
      throw ServiceException.validation(
          "Only one TargetTrackingScaling policy for a given metric specification is allowed.");
    }
    ScalingPolicy policy = region.scaling().apply(subject, policyName, tracking);
    JsonWriter out = call.out().startObject().member("PolicyARN", policy.arn());
    writeAlarms(out, region, policy);
    out.endObject();
  }

  static void writeAlarms(JsonWriter out, Region region, ScalingPolicy policy) {
    out.startArray("Alarms");
    for (String alarm : policy.alarmNames()) {
      out.startObject()
          .member("AlarmName", alarm)
          .member(
              "AlarmARN",
              "arn:aws:cloudwatch:" + region.name() + ":" + region.accountId() + ":alarm:" + alarm)
          .endObject();
    }
    out.endArray();
  }
}
