package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The first item of a page comes twice. */
final class DuplicateItem implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    List<JsonNode> items = Items.page(reply);
    if (!items.isEmpty()) {
      items.addFirst(items.getFirst());
      Items.setPage(reply, items);
    }
    return reply;
  }
}
