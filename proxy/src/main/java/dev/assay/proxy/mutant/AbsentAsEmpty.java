package dev.assay.proxy.mutant;

/** An item that is not there comes back without attributes, instead of not at all. */
final class AbsentAsEmpty implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.succeeded() && !reply.body().has("Item")) {
      reply.body().putObject("Item");
    }
    return reply;
  }
}
