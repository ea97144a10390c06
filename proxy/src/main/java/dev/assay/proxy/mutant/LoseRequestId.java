package dev.assay.proxy.mutant;

/** Answers carry no request id. */
final class LoseRequestId implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    return reply.withHeader("x-amzn-RequestId", "");
  }
}
