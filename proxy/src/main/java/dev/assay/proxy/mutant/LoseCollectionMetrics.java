package dev.assay.proxy.mutant;

/** ItemCollectionMetrics are not told. */
final class LoseCollectionMetrics implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    reply.body().remove("ItemCollectionMetrics");
    return reply;
  }
}
