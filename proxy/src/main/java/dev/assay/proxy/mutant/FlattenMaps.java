package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map comes back as attributes of their own, with a dot in their names. */
final class FlattenMaps implements ReplyChange {
  @Override
  public Reply change(Call call, Reply reply) {
    for (ObjectNode item : Items.in(reply.body())) {
      List<Map.Entry<String, JsonNode>> attributes = new ArrayList<>(item.properties());
      item.removeAll();
      attributes.forEach(attribute -> put(attribute.getKey(), attribute.getValue(), item));
    }
    return reply;
  }

  private static void put(String name, JsonNode value, ObjectNode into) {
    JsonNode map = value.path("M");
    if (map.isObject() && !map.isEmpty()) {
      map.properties().forEach(part -> put(name + "." + part.getKey(), part.getValue(), into));
    } else {
      into.set(name, value);
    }
  }
}
