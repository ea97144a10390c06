package dev.assay.features.wire;

import java.util.Set;

/**
 * The name of an API operation, for example {@code PutItem}. Names that the service does not know
 * are allowed: what a store answers to them is a subject of the features.
 */
public record Operation(String name) {
  private static final Set<String> STREAMS =
      Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

  private static final Set<String> SCALING =
      Set.of(
          "DeleteScalingPolicy",
          "DeregisterScalableTarget",
          "DescribeScalableTargets",
          "DescribeScalingActivities",
          "DescribeScalingPolicies",
          "PutScalingPolicy",
          "RegisterScalableTarget");

  /** Whether it is one of Application Auto Scaling, which is a service of its own. */
  public boolean ofScaling() {
    return SCALING.contains(name);
  }

  /** How the body of a request is labelled. */
  public String contentType() {
    return ofScaling() ? "application/x-amz-json-1.1" : "application/x-amz-json-1.0";
  }

  /** Whether the operation belongs to the streams API, which may have an endpoint of its own. */
  public boolean ofStreams() {
    return STREAMS.contains(name);
  }

  /** The value of the {@code X-Amz-Target} header. */
  public String target() {
    if (ofScaling()) {
      return "AnyScaleFrontendService." + name;
    }
    return (ofStreams() ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + name;
  }

  /** The operation that a target header names: what follows its last full stop. */
  public static Operation ofTarget(String target) {
    return new Operation(target.substring(target.lastIndexOf('.') + 1));
  }

  @Override
  public String toString() {
    return name;
  }
}
