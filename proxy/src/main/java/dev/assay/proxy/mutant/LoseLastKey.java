package dev.assay.proxy.mutant;

/** A page that has a next one does not say so. */
final class LoseLastKey implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    reply.body().remove("LastEvaluatedKey");
    return reply;
  }
}
