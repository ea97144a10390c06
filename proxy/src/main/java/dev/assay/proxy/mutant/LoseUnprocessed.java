package dev.assay.proxy.mutant;

/** A batch does not say that nothing is left undone. */
final class LoseUnprocessed implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    reply.body().remove("UnprocessedItems");
    reply.body().remove("UnprocessedKeys");
    return reply;
  }
}
