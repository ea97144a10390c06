package dev.assay.engine.scaling;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A target with its policy, as the ledger keeps it. */
record ScalingDocument(String region, ScalableTarget target, @Nullable ScalingPolicy policy) {

  byte[] write() {
    JsonWriter out = new JsonWriter();
    out.startObject()
        .member("region", region)
        .member("resource", target.subject().resourceId())
        .member("dimension", target.subject().dimension().word())
        .member("min", target.min())
        .member("max", target.max())
        .member("role", target.roleArn())
        .member("arn", target.arn())
        .member("created_ms", target.createdAt().toEpochMilli())
        .member("in_suspended", target.suspension().scaleIn())
        .member("out_suspended", target.suspension().scaleOut())
        .member("scheduled_suspended", target.suspension().scheduled());
    if (policy != null) {
      out.startObject("policy")
          .member("name", policy.name())
          .member("arn", policy.arn())
          .member("created_ms", policy.createdAt().toEpochMilli())
          .member("target", policy.tracking().target())
          .strings("alarms", policy.alarms());
      if (policy.tracking().scaleInCooldown() != null) {
        out.member("in_cooldown_s", policy.tracking().scaleInCooldown());
      }
      if (policy.tracking().scaleOutCooldown() != null) {
        out.member("out_cooldown_s", policy.tracking().scaleOutCooldown());
      }
      if (policy.tracking().disableScaleIn() != null) {
        out.member("in_disabled", policy.tracking().disableScaleIn());
      }
      out.endObject();
    }
    out.endObject();
    return out.toByteArray();
  }

  /** Members as they are read. */
  private static final class Draft {
    private String region = "";
    private String resource = "";
    private String dimension = "";
    private long min;
    private long max;
    private String role = "";
    private String arn = "";
    private long createdMillis;
    private boolean in;
    private boolean out;
    private boolean scheduled;
    private boolean hasPolicy;
    private String policyName = "";
    private String policyArn = "";
    private long policyMillis;
    private double target;
    private List<String> alarms = List.of();
    private @Nullable Integer inCooldown;
    private @Nullable Integer outCooldown;
    private @Nullable Boolean inDisabled;
  }

  static ScalingDocument read(byte[] document) {
    Draft draft = new Draft();
    JsonReader in = new JsonReader(document);
    in.request(name -> readMember(draft, name, in));
    Subject subject = Subject.parse(draft.resource, draft.dimension).orElseThrow();
    ScalableTarget target =
        new ScalableTarget(
            subject,
            draft.min,
            draft.max,
            draft.role,
            draft.arn,
            Instant.ofEpochMilli(draft.createdMillis),
            new ScalableTarget.Suspension(draft.in, draft.out, draft.scheduled));
    ScalingPolicy policy =
        new ScalingPolicy(
            subject,
            draft.policyName,
            draft.policyArn,
            Instant.ofEpochMilli(draft.policyMillis),
            new ScalingPolicy.Tracking(
                draft.target, draft.inCooldown, draft.outCooldown, draft.inDisabled),
            draft.alarms);
    return new ScalingDocument(draft.region, target, draft.hasPolicy ? policy : null);
  }

  private static void readMember(Draft draft, String name, JsonReader in) {
    switch (name) {
      case "region" -> draft.region = Objects.requireNonNull(in.string());
      case "resource" -> draft.resource = Objects.requireNonNull(in.string());
      case "dimension" -> draft.dimension = Objects.requireNonNull(in.string());
      case "min" -> draft.min = Objects.requireNonNull(in.longInteger());
      case "max" -> draft.max = Objects.requireNonNull(in.longInteger());
      case "role" -> draft.role = Objects.requireNonNull(in.string());
      case "arn" -> draft.arn = Objects.requireNonNull(in.string());
      case "created_ms" -> draft.createdMillis = Objects.requireNonNull(in.longInteger());
      case "in_suspended" -> draft.in = Boolean.TRUE.equals(in.bool());
      case "out_suspended" -> draft.out = Boolean.TRUE.equals(in.bool());
      case "scheduled_suspended" -> draft.scheduled = Boolean.TRUE.equals(in.bool());
      case "policy" ->
          draft.hasPolicy =
              in.structure("ScalingPolicy", member -> readPolicyMember(draft, member, in));
      default -> in.skip();
    }
  }

  private static void readPolicyMember(Draft draft, String name, JsonReader in) {
    switch (name) {
      case "name" -> draft.policyName = Objects.requireNonNull(in.string());
      case "arn" -> draft.policyArn = Objects.requireNonNull(in.string());
      case "created_ms" -> draft.policyMillis = Objects.requireNonNull(in.longInteger());
      case "target" -> draft.target = Objects.requireNonNull(in.decimal());
      case "alarms" -> draft.alarms = Objects.requireNonNull(in.strings());
      case "in_cooldown_s" -> draft.inCooldown = in.integer();
      case "out_cooldown_s" -> draft.outCooldown = in.integer();
      case "in_disabled" -> draft.inDisabled = in.bool();
      default -> in.skip();
    }
  }
}
