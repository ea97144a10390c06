package dev.assay.proxy.mutant;

/** Errors have one and the same message. */
final class TerseErrors implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().has("message")) {
      reply.body().put("message", "The request was refused");
    }
    return reply;
  }
}
