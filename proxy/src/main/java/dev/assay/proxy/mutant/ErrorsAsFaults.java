package dev.assay.proxy.mutant;

/** A failed condition comes with the status of a fault of the store. */
final class ErrorsAsFaults implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    return reply.errorName().equals("ConditionalCheckFailedException")
        ? reply.withStatus(500)
        : reply;
  }
}
