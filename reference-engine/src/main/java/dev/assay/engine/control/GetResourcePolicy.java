package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ResourcePolicy;
import org.jspecify.annotations.Nullable;

/** GetResourcePolicy. */
public final class GetResourcePolicy implements Operation {
  @Override
  public String name() {
    return "GetResourcePolicy";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    String text = ListTagsOfResource.readArn(call.in());
    Constraints.echoing()
        .required("resourceArn", text)
        .length("resourceArn", text, 1, 1283)
        .verify();
    ResourceArn arn = ResourceArn.parse(region, name(), text);
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    Table table = arn.find(region).orElseThrow(arn::notFound);
    @Nullable ResourcePolicy policy = table.definition().attachments().policies().get(arn.text());
    if (policy == null) {
      throw PolicyRevision.notFound(arn);
    }
    call.out()
        .startObject()
        .member("Policy", policy.document())
        .member("RevisionId", policy.revisionId())
        .endObject();
  }
}
