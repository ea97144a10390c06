package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The last item of a page is lost. */
final class DropItem implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    List<JsonNode> items = Items.page(reply);
    if (!items.isEmpty()) {
      items.removeLast();
      Items.setPage(reply, items);
    }
    return reply;
  }
}
