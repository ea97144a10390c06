package dev.assay.engine.stream.api;

import dev.assay.engine.api.Operation;
import java.util.List;

/** The explicit list of the operations of DynamoDB Streams. */
public final class StreamOperations {
  /** What stands before the dot of {@code X-Amz-Target}. */
  public static final String TARGET_PREFIX = "DynamoDBStreams_20120810";

  private StreamOperations() {}

  public static List<Operation> all() {
    return List.of(
        new ListStreams(), new DescribeStream(), new GetShardIterator(), new GetRecords());
  }
}
