package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;

/** Every page is in the opposite order. */
final class ReverseItems implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    List<JsonNode> items = Items.page(reply);
    Collections.reverse(items);
    Items.setPage(reply, items);
    return reply;
  }
}
