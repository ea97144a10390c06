package dev.assay.proxy.mutant;

/** INSERT of an item that is there is told as success. */
final class InsertTwice implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("DuplicateItemException")) {
      Reply accepted = Reply.ok(reply.body().objectNode());
      accepted.body().putArray("Items");
      return accepted;
    }
    return reply;
  }
}
