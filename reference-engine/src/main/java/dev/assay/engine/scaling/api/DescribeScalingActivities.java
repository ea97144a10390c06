package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.scaling.ScalingActivity;
import java.util.List;

/** DescribeScalingActivities, the newest first. */
final class DescribeScalingActivities implements Operation {
  private static final int MOST = 50;

  @Override
  public String name() {
    return "DescribeScalingActivities";
  }

  @Override
  public void execute(Call call) {
    ScalingRequest request = new ScalingRequest();
    call.in()
        .request(
            member -> {
              if (!request.read(member, call.in())) {
                call.in().skip();
              }
            });
    Constraints constraints = request.listConstraints();
    ScalingPage.check(constraints, request, MOST);
    constraints.verify();
    Region region = call.region();
    call.authorize(() -> ScalingRequest.listAccess(name()));
    request.requireKnown();
    List<ScalingActivity> activities =
        region.scaling().activities().stream()
            .filter(activity -> request.wants(activity.subject()))
            .toList();
    ScalingPage.of(activities, request, MOST)
        .write(call.out(), "ScalingActivities", activity -> write(call.out(), activity));
  }

  private static void write(JsonWriter out, ScalingActivity activity) {
    out.startObject()
        .member("ActivityId", activity.id())
        .member("ServiceNamespace", "dynamodb")
        .member("ResourceId", activity.subject().resourceId())
        .member("ScalableDimension", activity.subject().dimension().word())
        .member("Description", activity.description())
        .member("Cause", activity.cause())
        .seconds("StartTime", activity.at())
        .seconds("EndTime", activity.at())
        .member("StatusCode", activity.statusCode())
        .member("StatusMessage", activity.statusMessage())
        .endObject();
  }
}
