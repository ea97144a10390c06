package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.ResourcePolicy;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PutResourcePolicy. */
public final class PutResourcePolicy implements Operation {
  private static final class Request {
    private @Nullable String arn;
    private @Nullable String policy;
    private @Nullable String expectedRevision;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "ResourceArn" -> arn = in.string();
              case "Policy" -> policy = in.string();
              case "ExpectedRevisionId" -> expectedRevision = in.string();
              case "ConfirmRemoveSelfResourceAccess" -> in.bool();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .required("resourceArn", arn)
          .length("resourceArn", arn, 1, 1283)
          .required("policy", policy)
          .length("expectedRevisionId", expectedRevision, 1, 255)
          .verify();
    }
  }

  @Override
  public String name() {
    return "PutResourcePolicy";
  }

  @Override
  public void execute(Call call) {
    Region region = call.region();
    Request request = new Request(call.in());
    String document = Objects.requireNonNull(request.policy);
    ResourceArn arn = ResourceArn.parse(region, name(), request.arn);
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    PolicyDocument.check(document);
    arn.find(region).orElseThrow(arn::notFound);
    TableDefinition table =
        AttachedChange.make(
            region,
            arn.tableName(),
            current -> {
              TableAttachments attachments = current.attachments();
              ResourcePolicy before = attachments.policies().get(arn.text());
              PolicyRevision.check(request.expectedRevision, before, arn);
              Map<String, ResourcePolicy> policies = new HashMap<>(attachments.policies());
              policies.put(
                  arn.text(), PolicyDocument.revised(document, before, region.clock().instant()));
              return AttachedChange.atOnce(attachments.withPolicies(policies));
            });
    ResourcePolicy policy = Objects.requireNonNull(table.attachments().policies().get(arn.text()));
    call.out().startObject().member("RevisionId", policy.revisionId()).endObject();
  }
}
