package dev.assay.proxy;

import dev.assay.fault.RequestFacts;
import dev.assay.fault.Throttling.Refusal;
import dev.assay.proxy.ServiceError.Reason;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service's throttling errors, worded as it words them. The reasons follow
 * ResourceType+OperationType+LimitType (API Reference, ThrottlingReason) and name the table's ARN;
 * requests that are neither a plain read nor a plain write carry none.
 */
final class ThrottlingError {
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  /** As in {@code Credential=AKID/20260101/us-east-1/dynamodb/aws4_request}. */
  private static final Pattern SCOPE_REGION = Pattern.compile("Credential=[^/,]+/[0-9]+/([^/,]+)/");

  private ThrottlingError() {}

  /**
   * @param authorization the request's Authorization header, which names the region, or null
   */
  static ServiceError of(Refusal refusal, RequestFacts facts, @Nullable String authorization) {
    boolean onData = READS.contains(facts.operation()) || WRITES.contains(facts.operation());
    return switch (refusal) {
      case PROVISIONED_THROUGHPUT_EXCEEDED ->
          new ServiceError(
              400,
              DYNAMODB + refusal.errorCode(),
              "The level of configured provisioned throughput for the table was exceeded. Consider"
                  + " increasing your provisioning level with the UpdateTable API.",
              "ThrottlingReasons",
              reasons("ProvisionedThroughputExceeded", facts, authorization));
      case THROTTLING ->
          new ServiceError(
              400,
              "com.amazon.coral.availability#" + refusal.errorCode(),
              onData
                  ? "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                        + " automatically scaling your table or index so please try again shortly."
                        + " If exceptions persist, check if you have a hot key:"
                        + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html"
                  : "Rate of requests exceeds the allowed throughput.",
              "throttlingReasons",
              reasons("KeyRangeThroughputExceeded", facts, authorization));
      case REQUEST_LIMIT_EXCEEDED ->
          new ServiceError(
              400,
              DYNAMODB + refusal.errorCode(),
              "Throughput exceeds the current throughput limit for your account. Please contact AWS"
                  + " Support at https://aws.amazon.com/support request a limit increase",
              "ThrottlingReasons",
              reasons("AccountLimitExceeded", facts, authorization));
    };
  }

  private static List<Reason> reasons(
      String limit, RequestFacts facts, @Nullable String authorization) {
    String access =
        READS.contains(facts.operation())
            ? "Read"
            : WRITES.contains(facts.operation()) ? "Write" : "";
    if (access.isEmpty()) {
      return List.of();
    }
    String prefix = "arn:aws:dynamodb:" + region(authorization) + ":000000000000:table/";
    return facts.tables().stream()
        .sorted()
        .map(table -> new Reason("Table" + access + limit, prefix + table))
        .toList();
  }

  private static String region(@Nullable String authorization) {
    Matcher scope = SCOPE_REGION.matcher(authorization == null ? "" : authorization);
    return scope.find() ? scope.group(1) : "us-east-1";
  }
}
