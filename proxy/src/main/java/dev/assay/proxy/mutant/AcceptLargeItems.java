package dev.assay.proxy.mutant;

/** An item that is too large is taken and lost. */
final class AcceptLargeItems implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("ValidationException")
        && reply.body().path("message").asText().startsWith("Item size")) {
      return Reply.ok(reply.body().objectNode());
    }
    return reply;
  }
}
