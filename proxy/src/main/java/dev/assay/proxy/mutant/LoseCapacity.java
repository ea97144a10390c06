package dev.assay.proxy.mutant;

/** ConsumedCapacity is not told. */
final class LoseCapacity implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    reply.body().remove("ConsumedCapacity");
    return reply;
  }
}
