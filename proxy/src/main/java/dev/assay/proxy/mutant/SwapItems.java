package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;

/** The first two items of a page change places. */
final class SwapItems implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    List<JsonNode> items = Items.page(reply);
    if (items.size() > 1) {
      Collections.swap(items, 0, 1);
      Items.setPage(reply, items);
    }
    return reply;
  }
}
