package dev.assay.engine.scaling.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.ScalingPolicy;
import dev.assay.engine.scaling.ScalingRegister;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the replicas of a table scale; a table that is not global is its own only replica. */
record ReplicaScaling(Region region, TableDefinition table) {

  static List<ReplicaScaling> of(Region region, Table table) {
    Membership membership = table.definition().settings().global().membership();
    List<ReplicaScaling> all = new ArrayList<>();
    all.add(new ReplicaScaling(region, table.definition()));
    if (membership != null) {
      for (String name : membership.regions()) {
        if (!name.equals(region.name())) {
          Region there = region.network().region(name);
          there
              .catalog()
              .find(table.definition().name())
              .ifPresent(found -> all.add(new ReplicaScaling(there, found.definition())));
        }
      }
    }
    return all;
  }

  /** Writes what DescribeTableReplicaAutoScaling shows. */
  static void write(JsonWriter out, Region region, Table table) {
    out.startObject()
        .startObject("TableAutoScalingDescription")
        .member("TableName", table.definition().name())
        .member("TableStatus", table.definition().status().name())
        .startArray("Replicas");
    of(region, table).forEach(replica -> replica.write(out));
    out.endArray().endObject().endObject();
  }

  private void write(JsonWriter out) {
    out.startObject().member("RegionName", region.name()).startArray("GlobalSecondaryIndexes");
    for (SecondaryIndex index : table.globalIndexes()) {
      out.startObject()
          .member("IndexName", index.name())
          .member("IndexStatus", index.status().name());
      write(out, "ProvisionedReadCapacityAutoScalingSettings", index.name(), false);
      write(out, "ProvisionedWriteCapacityAutoScalingSettings", index.name(), true);
      out.endObject();
    }
    out.endArray();
    write(out, "ReplicaProvisionedReadCapacityAutoScalingSettings", null, false);
    write(out, "ReplicaProvisionedWriteCapacityAutoScalingSettings", null, true);
    out.member("ReplicaStatus", table.status().name()).endObject();
  }

  private void write(JsonWriter out, String member, @Nullable String index, boolean writes) {
    ScalingRegister register = region.scaling();
    Subject subject = Subject.of(table.name(), index, writes);
    Optional<ScalableTarget> target = register.target(subject);
    out.startObject(member);
    if (target.isEmpty()) {
      out.member("AutoScalingDisabled", true).endObject();
      return;
    }
    out.member("MinimumUnits", target.get().min())
        .member("MaximumUnits", target.get().max())
        .member("AutoScalingDisabled", false)
        .member("AutoScalingRoleArn", target.get().roleArn())
        .startArray("ScalingPolicies");
    Optional<ScalingPolicy> policy = register.policy(subject);
    if (policy.isPresent()) {
      out.startObject()
          .member("PolicyName", policy.get().name())
          .startObject("TargetTrackingScalingPolicyConfiguration");
      TrackingRequest.write(out, policy.get().tracking());
      out.endObject().endObject();
    }
    out.endArray().endObject();
  }
}
