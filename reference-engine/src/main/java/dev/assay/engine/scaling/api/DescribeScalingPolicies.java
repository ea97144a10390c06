package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DescribeScalingPolicies. */
final class DescribeScalingPolicies implements Operation {
  private static final int MOST = 10;

  private static final class Request {
    private final ScalingRequest common = new ScalingRequest();
    private @Nullable List<String> names;

    private Request(JsonReader in) {
      in.request(
          member -> {
            if (member.equals("PolicyNames")) {
              names = in.strings();
            } else if (!common.read(member, in)) {
              in.skip();
            }
          });
    }

    private boolean wants(ScalingPolicy policy) {
      return common.wants(policy.subject())
          && (names == null || names.isEmpty() || names.contains(policy.name()));
    }
  }

  @Override
  public String name() {
    return "DescribeScalingPolicies";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Constraints constraints = request.common.listConstraints();
    ScalingPage.check(constraints, request.common, MOST);
    constraints.verify();
    Region region = call.region();
    call.authorize(() -> ScalingRequest.listAccess(name()));
    request.common.requireKnown();
    List<ScalingPolicy> policies =
        region.scaling().policies().stream().filter(request::wants).toList();
    ScalingPage.of(policies, request.common, MOST)
        .write(call.out(), "ScalingPolicies", policy -> write(call.out(), region, policy));
  }

  private static void write(JsonWriter out, Region region, ScalingPolicy policy) {
    out.startObject()
        .member("PolicyARN", policy.arn())
        .member("PolicyName", policy.name())
        .member("ServiceNamespace", "dynamodb")
        .member("ResourceId", policy.subject().resourceId())
        .member("ScalableDimension", policy.subject().dimension().word())
        .member("PolicyType", "TargetTrackingScaling")
        .startObject("TargetTrackingScalingPolicyConfiguration");
    TrackingRequest.write(out, policy.tracking());
    out.startObject("PredefinedMetricSpecification")
        .member("PredefinedMetricType", policy.subject().dimension().metric())
        .endObject()
        .endObject();
    PutScalingPolicy.writeAlarms(out, region, policy);
    out.seconds("CreationTime", policy.createdAt()).endObject();
  }
}
