package dev.assay.proxy.mutant;

/** A page of a statement that has a next one does not say so. */
final class LoseNextToken implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    reply.body().remove("NextToken");
    reply.body().remove("LastEvaluatedKey");
    return reply;
  }
}
