package dev.assay.features.wire;

import java.util.Set;

/**
 * The name of an API operation, for example {@code PutItem}. Names that the service does not know
 * are allowed: what a store answers to them is a subject of the features.
 */
public record Operation(String name) {
  private static final Set<String> STREAMS =
      Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

  /** Whether the operation belongs to the streams API, which may have an endpoint of its own. */
  public boolean ofStreams() {
    return STREAMS.contains(name);
  }

  /** The value of the {@code X-Amz-Target} header. */
  public String target() {
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
