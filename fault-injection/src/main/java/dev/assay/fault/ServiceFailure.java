package dev.assay.fault;

import java.util.Arrays;
import java.util.List;

/**
 * The service's errors that a rule may give. Where neither the API Reference nor the Developer
 * Guide's "Error handling with DynamoDB" nor a published answer shows the text, the comment says
 * unconfirmed.
 */
public enum ServiceFailure {
  INTERNAL_SERVER_ERROR("InternalServerError", 500, Namespace.DYNAMODB, "Internal server error"),
  /** The namespace is unconfirmed. */
  SERVICE_UNAVAILABLE(
      "ServiceUnavailable",
      503,
      Namespace.DYNAMODB,
      "DynamoDB is currently unavailable. (This should be a temporary state.)"),
  REQUEST_LIMIT_EXCEEDED(
      "RequestLimitExceeded",
      400,
      Namespace.DYNAMODB,
      "Throughput exceeds the current throughput limit for your account. Please contact AWS"
          + " Support at https://aws.amazon.com/support request a limit increase"),
  ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED(
      "ItemCollectionSizeLimitExceededException",
      400,
      Namespace.DYNAMODB,
      "Collection size exceeded."),
  LIMIT_EXCEEDED(
      "LimitExceededException",
      400,
      Namespace.DYNAMODB,
      "Too many operations for a given subscriber."),
  TRANSACTION_CONFLICT(
      "TransactionConflictException",
      400,
      Namespace.DYNAMODB,
      "Transaction is ongoing for the item"),
  TRANSACTION_IN_PROGRESS(
      "TransactionInProgressException",
      400,
      Namespace.DYNAMODB,
      "Transaction from previous request is still in progress"),
  /** The text is unconfirmed. */
  EXPIRED_ITERATOR(
      "ExpiredIteratorException",
      400,
      Namespace.DYNAMODB,
      "The shard iterator has expired and can no longer be used to retrieve stream records."),
  EXPIRED_TOKEN(
      "ExpiredTokenException",
      400,
      Namespace.CORAL,
      "The security token included in the request is expired"),
  UNRECOGNIZED_CLIENT(
      "UnrecognizedClientException",
      400,
      Namespace.CORAL,
      "The security token included in the request is invalid."),
  /** The text names the caller, the action and the table. */
  ACCESS_DENIED("AccessDeniedException", 400, Namespace.CORAL, ""),
  /** The client's clock is slow: the text holds the request's own time and the proxy's. */
  SIGNATURE_EXPIRED("InvalidSignatureException", 400, Namespace.CORAL, ""),
  /** The client's clock is fast. */
  SIGNATURE_NOT_YET_CURRENT(
      "InvalidSignatureException", 400, Namespace.CORAL, "", "SignatureNotYetCurrent");

  private static final class Namespace {
    static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810";
    static final String CORAL = "com.amazon.coral.service";
  }

  private final String code;
  private final int status;
  private final String namespace;
  private final String message;
  private final String word;

  ServiceFailure(String code, int status, String namespace, String message) {
    this(code, status, namespace, message, code);
  }

  ServiceFailure(String code, int status, String namespace, String message, String word) {
    this.code = code;
    this.status = status;
    this.namespace = namespace;
    this.message = message;
    this.word = word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ServiceFailure::word).toList();
  }

  /** The failure of a word that is one of {@link #words}. */
  static ServiceFailure of(String word) {
    return Arrays.stream(values())
        .filter(known -> known.word.equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** The name in rules: the error's own, except where one error has two causes. */
  public String word() {
    return word;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The whole {@code __type}. */
  public String type() {
    return namespace + "#" + code;
  }

  /** What the service says, or the empty string where it depends on the request. */
  public String message() {
    return message;
  }
}
