package dev.assay.proxy.mutant;

/** ScannedCount tells what is left after the filter. */
final class MiscountScanned implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.body().has("ScannedCount")) {
      reply.body().set("ScannedCount", reply.body().get("Count"));
    }
    return reply;
  }
}
