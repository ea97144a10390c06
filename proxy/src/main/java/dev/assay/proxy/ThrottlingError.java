package dev.assay.proxy;

import dev.assay.fault.RequestFacts;
import dev.assay.fault.Throttling;
import dev.assay.fault.Throttling.Refusal;
import dev.assay.proxy.ServiceError.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The service's throttling errors, worded as it words them. The reasons follow
 * ResourceType+OperationType+LimitType (API Reference, ThrottlingReason) and name the ARN of table
 * or index; requests that are neither a plain read nor a plain write carry none.
 */
final class ThrottlingError {
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  static final String PROVISIONED =
      "The level of configured provisioned throughput for the table was exceeded. Consider"
          + " increasing your provisioning level with the UpdateTable API.";
  static final String ON_DEMAND =
      "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically"
          + " scaling your table or index so please try again shortly. If exceptions persist, check"
          + " if you have a hot key:"
          + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";

  private ThrottlingError() {}

  static ServiceError of(Throttling fault, RequestFacts facts) {
    Refusal refusal = fault.refusal();
    boolean onData = READS.contains(facts.operation()) || WRITES.contains(facts.operation());
    return switch (refusal) {
      case PROVISIONED_THROUGHPUT_EXCEEDED ->
          new ServiceError(
              400,
              DYNAMODB + refusal.errorCode(),
              PROVISIONED,
              "ThrottlingReasons",
              reasons(fault, facts));
      case THROTTLING ->
          new ServiceError(
              400,
              "com.amazon.coral.availability#" + refusal.errorCode(),
              onData ? ON_DEMAND : "Rate of requests exceeds the allowed throughput.",
              "throttlingReasons",
              reasons(fault, facts));
      case REQUEST_LIMIT_EXCEEDED ->
          new ServiceError(
              400,
              DYNAMODB + refusal.errorCode(),
              "Throughput exceeds the current throughput limit for your account. Please contact AWS"
                  + " Support at https://aws.amazon.com/support request a limit increase",
              "ThrottlingReasons",
              reasons(fault, facts));
    };
  }

  private static List<Reason> reasons(Throttling fault, RequestFacts facts) {
    String access =
        READS.contains(facts.operation())
            ? "Read"
            : WRITES.contains(facts.operation()) ? "Write" : "";
    if (access.isEmpty()) {
      return List.of();
    }
    Optional<String> index = fault.index().or(() -> facts.indexes().stream().findFirst());
    String reason = (index.isPresent() ? "Index" : "Table") + access + fault.namedLimit().word();
    String suffix = index.map(name -> "/index/" + name).orElse("");
    return facts.tables().stream()
        .sorted()
        .map(table -> new Reason(reason, tableArn(table, facts) + suffix))
        .toList();
  }

  /** The ARN of a table in the region that the request was signed for, of nobody's account. */
  static String tableArn(String table, RequestFacts facts) {
    String region = facts.origin().region();
    return "arn:aws:dynamodb:"
        + (region.isEmpty() ? "us-east-1" : region)
        + ":000000000000:table/"
        + table;
  }
}
