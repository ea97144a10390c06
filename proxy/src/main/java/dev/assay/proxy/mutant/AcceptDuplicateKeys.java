package dev.assay.proxy.mutant;

/** A batch may name the same item twice. */
final class AcceptDuplicateKeys implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (reply.errorName().equals("ValidationException")
        && reply.body().path("message").asText().contains("contains duplicates")) {
      String left = call.is("BatchWriteItem") ? "UnprocessedItems" : "UnprocessedKeys";
      Reply accepted = Reply.ok(reply.body().objectNode());
      accepted.body().putObject(left);
      return accepted;
    }
    return reply;
  }
}
