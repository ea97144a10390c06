package dev.assay.proxy.mutant;

/** Answers call themselves plain JSON. */
final class WrongContentType implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    return reply.withHeader("Content-Type", "application/json");
  }
}
