package dev.assay.proxy.mutant;

/** Count is one too high. */
final class Miscount implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().has("Count")) {
      reply.body().put("Count", reply.body().get("Count").asInt() + 1);
    }
    return reply;
  }
}
