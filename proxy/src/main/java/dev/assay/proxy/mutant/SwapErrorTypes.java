package dev.assay.proxy.mutant;

/** A failed condition is told as a validation error, and the other way round. */
final class SwapErrorTypes implements ReplyChange {
  private static final String CONDITION =
      "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException";
  private static final String VALIDATION = "com.amazon.coral.validate#ValidationException";

  @Override
  public Reply change(Call call, Reply reply) {
    switch (reply.errorName()) {
      case "ConditionalCheckFailedException" -> reply.body().put("__type", VALIDATION);
      case "ValidationException" -> reply.body().put("__type", CONDITION);
      default -> {
        // Other errors keep their type.
      }
    }
    return reply;
  }
}
