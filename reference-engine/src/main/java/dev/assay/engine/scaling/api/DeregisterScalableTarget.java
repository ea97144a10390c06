package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.scaling.Subject;

/** DeregisterScalableTarget, which takes the target's policies away, too. */
final class DeregisterScalableTarget implements Operation {
  @Override
  public String name() {
    return "DeregisterScalableTarget";
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
    request.subjectConstraints().verify();
    Region region = call.region();
    call.authorize(() -> request.access(region, name()));
    Subject subject = request.subject();
    if (!region.scaling().removeTarget(subject)) {
      throw ScalingRequest.notFound("No scalable target found", subject, "");
    }
    call.out().startObject().endObject();
  }
}
