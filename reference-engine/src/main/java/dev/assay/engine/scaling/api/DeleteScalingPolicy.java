package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.scaling.Subject;
import java.util.Objects;

/** DeleteScalingPolicy. */
final class DeleteScalingPolicy implements Operation {
  @Override
  public String name() {
    return "DeleteScalingPolicy";
  }

  @Override
  public void execute(Call call) {
    ScalingRequest request = new ScalingRequest();
    String[] given = new String[1];
    call.in()
        .request(
            member -> {
              if (member.equals("PolicyName")) {
                given[0] = call.in().string();
              } else if (!request.read(member, call.in())) {
                call.in().skip();
              }
            });
    request
        .subjectConstraints()
        .required("policyName", given[0])
        .length("policyName", given[0], 1, 1_600)
        .verify();
    Region region = call.region();
    call.authorize(() -> request.access(region, name()));
    Subject subject = request.subject();
    String policy = Objects.requireNonNull(given[0]);
    if (!region.scaling().removePolicy(subject, policy)) {
      throw ScalingRequest.notFound("No scaling policy found", subject, ", policy name: " + policy);
    }
    call.out().startObject().endObject();
  }
}
