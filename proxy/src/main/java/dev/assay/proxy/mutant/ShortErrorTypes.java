package dev.assay.proxy.mutant;

/** Error types come without their namespace. */
final class ShortErrorTypes implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (!reply.errorName().isEmpty()) {
      reply.body().put("__type", reply.errorName());
    }
    return reply;
  }
}
