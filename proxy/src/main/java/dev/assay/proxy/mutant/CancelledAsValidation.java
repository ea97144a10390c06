package dev.assay.proxy.mutant;

/** A cancelled transaction is told as a validation error. */
final class CancelledAsValidation implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("TransactionCanceledException")) {
      reply.body().put("__type", "com.amazon.coral.validate#ValidationException");
    }
    return reply;
  }
}
