package dev.assay.proxy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Cancellation;
import dev.assay.fault.ErrorAnswer;
import dev.assay.fault.Refusing;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.Throttling;
import dev.assay.proxy.inject.JsonBody;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The answers of faults that refuse, in the service's words. */
final class FaultError {
  private static final String CANCELLED =
      "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
  private static final DateTimeFormatter SIGNING_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long TOLERANCE_S = 300;

  private FaultError() {}

  static FullHttpResponse of(
      Refusing fault,
      RequestFacts facts,
      HttpRequest request,
      byte[] body,
      LoopResources resources) {
    String requestId = resources.requestIds().next();
    return switch (fault) {
      case Throttling throttling -> ThrottlingError.of(throttling, facts).toResponse(requestId);
      case ErrorAnswer error ->
          ServiceError.plain(
                  error.failure().status(),
                  error.failure().type(),
                  error.message().orElseGet(() -> text(error, facts, request, resources)))
              .toResponse(requestId);
      case Cancellation(List<String> reasons) ->
          ServiceError.response(400, cancellation(reasons, request, body), requestId);
    };
  }

  /** What a batch gets of which nothing can be processed. */
  static FullHttpResponse throttled(RequestFacts facts, LoopResources resources) {
    Throttling throttling = new Throttling(Throttling.Refusal.PROVISIONED_THROUGHPUT_EXCEEDED);
    return ThrottlingError.of(throttling, facts).toResponse(resources.requestIds().next());
  }

  private static String text(
      ErrorAnswer error, RequestFacts facts, HttpRequest request, LoopResources resources) {
    Instant now = Instant.ofEpochSecond(resources.clock().epochNanos() / NANOS_PER_SECOND);
    String signed = signingTime(request, now);
    return switch (error.failure()) {
      case ACCESS_DENIED ->
          "User: arn:aws:iam::000000000000:user/%s is not authorized to perform: dynamodb:%s on resource: %s because no identity-based policy allows the dynamodb:%s action"
              .formatted(
                  facts.origin().accessKeyId().isEmpty()
                      ? "anonymous"
                      : facts.origin().accessKeyId(),
                  facts.operation(),
                  facts.tables().stream()
                      .sorted()
                      .findFirst()
                      .map(table -> ThrottlingError.tableArn(table, facts))
                      .orElse("*"),
                  facts.operation());
      case SIGNATURE_EXPIRED ->
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(
                  signed,
                  SIGNING_TIME.format(now.minusSeconds(TOLERANCE_S)),
                  SIGNING_TIME.format(now));
      case SIGNATURE_NOT_YET_CURRENT ->
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(
                  signed,
                  SIGNING_TIME.format(now.plusSeconds(TOLERANCE_S)),
                  SIGNING_TIME.format(now));
      case INTERNAL_SERVER_ERROR,
          SERVICE_UNAVAILABLE,
          REQUEST_LIMIT_EXCEEDED,
          ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED,
          LIMIT_EXCEEDED,
          TRANSACTION_CONFLICT,
          TRANSACTION_IN_PROGRESS,
          EXPIRED_ITERATOR,
          EXPIRED_TOKEN,
          UNRECOGNIZED_CLIENT ->
          error.failure().message();
    };
  }

  private static String signingTime(HttpRequest request, Instant otherwise) {
    String date = request.headers().get("X-Amz-Date");
    return date == null ? SIGNING_TIME.format(otherwise) : date;
  }

  private static ObjectNode cancellation(List<String> reasons, HttpRequest request, byte[] body) {
    int actions =
        JsonBody.read(body, request.headers().get(HttpHeaderNames.CONTENT_ENCODING))
            .map(
                json ->
                    Math.max(
                        json.path("TransactItems").size(), json.path("TransactStatements").size()))
            .orElse(reasons.size());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("__type", CANCELLED);
    StringBuilder codes = new StringBuilder();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < actions; i++) {
      String code = i < reasons.size() ? reasons.get(i) : "None";
      codes.append(i == 0 ? "" : ", ").append(code);
      ObjectNode reason = list.addObject().put("Code", code);
      if (!code.equals("None")) {
        reason.put("Message", reasonText(code));
      }
    }
    json.put(
        "Message",
        "Transaction cancelled, please refer cancellation reasons for specific reasons ["
            + codes
            + "]");
    json.set("CancellationReasons", list);
    return json;
  }

  /** As the API Reference of TransactWriteItems lists them. */
  private static String reasonText(String code) {
    return switch (code) {
      case "ConditionalCheckFailed" -> "The conditional request failed";
      case "ItemCollectionSizeLimitExceeded" -> "Collection size exceeded.";
      case "TransactionConflict" -> "Transaction is ongoing for the item.";
      case "ProvisionedThroughputExceeded" -> ThrottlingError.PROVISIONED;
      case "ThrottlingError" -> ThrottlingError.ON_DEMAND;
      case "ValidationError" ->
          "The provided expression refers to an attribute that does not exist in the item";
      default -> throw new AssertionError("the rule's words are checked: " + code);
    };
  }
}
