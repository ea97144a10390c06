package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Attribute names come back in small letters. */
final class FoldNames implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (ObjectNode item : Items.in(reply.body())) {
      List<Map.Entry<String, JsonNode>> attributes = new ArrayList<>(item.properties());
      item.removeAll();
      for (Map.Entry<String, JsonNode> attribute : attributes) {
        item.set(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
      }
    }
    return reply;
  }
}
