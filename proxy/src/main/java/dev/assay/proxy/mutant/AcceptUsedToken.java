package dev.assay.proxy.mutant;

/** A token that is used again with other parameters is accepted. */
final class AcceptUsedToken implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("IdempotentParameterMismatchException")) {
      return Reply.ok(reply.body().objectNode());
    }
    return reply;
  }
}
