package dev.assay.proxy.mutant;

import java.util.List;

/** An index is never filled. */
final class EmptyIndex implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    if (call.body().has("IndexName")) {
      Items.setPage(reply, List.of());
    }
    return reply;
  }
}
