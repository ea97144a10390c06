package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalableTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DescribeScalableTargets. */
final class DescribeScalableTargets implements Operation {
  private static final int MOST = 50;

  private static final class Request {
    private final ScalingRequest common = new ScalingRequest();
    private @Nullable List<String> resourceIds;

    private Request(JsonReader in) {
      in.request(
          member -> {
            if (member.equals("ResourceIds")) {
              resourceIds = in.strings();
            } else if (!common.read(member, in)) {
              in.skip();
            }
          });
    }

    private boolean wants(ScalableTarget target) {
      return common.wants(target.subject())
          && (resourceIds == null
              || resourceIds.isEmpty()
              || resourceIds.contains(target.subject().resourceId()));
    }
  }

  @Override
  public String name() {
    return "DescribeScalableTargets";
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
    List<ScalableTarget> targets =
        region.scaling().targets().stream().filter(request::wants).toList();
    ScalingPage.of(targets, request.common, MOST)
        .write(call.out(), "ScalableTargets", target -> write(call.out(), target));
  }

  private static void write(JsonWriter out, ScalableTarget target) {
    out.startObject()
        .member("ServiceNamespace", "dynamodb")
        .member("ResourceId", target.subject().resourceId())
        .member("ScalableDimension", target.subject().dimension().word())
        .member("MinCapacity", target.min())
        .member("MaxCapacity", target.max())
        .member("RoleARN", target.roleArn())
        .seconds("CreationTime", target.createdAt())
        .startObject("SuspendedState")
        .member("DynamicScalingInSuspended", target.suspension().scaleIn())
        .member("DynamicScalingOutSuspended", target.suspension().scaleOut())
        .member("ScheduledScalingSuspended", target.suspension().scheduled())
        .endObject()
        .member("ScalableTargetARN", target.arn())
        .endObject();
  }
}
