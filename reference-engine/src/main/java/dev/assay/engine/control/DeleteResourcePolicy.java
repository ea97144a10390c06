package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ResourcePolicy;
import dev.assay.engine.table.TableAttachments;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DeleteResourcePolicy. Where there is no policy it succeeds too, without a revision. */
public final class DeleteResourcePolicy implements Operation {
  private static final class Request {
    private @Nullable String arn;
    private @Nullable String expectedRevision;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "ResourceArn" -> arn = in.string();
              case "ExpectedRevisionId" -> expectedRevision = in.string();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .required("resourceArn", arn)
          .length("resourceArn", arn, 1, 1283)
          .length("expectedRevisionId", expectedRevision, 1, 255)
          .verify();
    }
  }

  @Override
  public String name() {
    return "DeleteResourcePolicy";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    Request request = new Request(call.in());
    ResourceArn arn = ResourceArn.parse(region, name(), request.arn);
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    Table table = arn.find(region).orElseThrow(arn::notFound);
    ResourcePolicy[] deleted = new ResourcePolicy[1];
    AttachedChange.make(
        region,
        table.definition().name(),
        current -> {
          TableAttachments attachments = current.attachments();
          Map<String, ResourcePolicy> policies = new HashMap<>(attachments.policies());
          PolicyRevision.check(request.expectedRevision, policies.get(arn.text()), arn);
          deleted[0] = policies.remove(arn.text());
          return AttachedChange.atOnce(attachments.withPolicies(policies));
        });
    JsonWriter out = call.out().startObject();
    if (deleted[0] != null) {
      out.member("RevisionId", deleted[0].revisionId());
    }
    out.endObject();
  }
}
