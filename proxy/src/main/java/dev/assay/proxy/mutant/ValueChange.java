package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** A mutant that changes attribute values on their way back, however deep they stand. */
abstract class ValueChange implements ReplyChange {
  /**
   * What becomes of one value that holds no others or of a whole list, map or set; empty when it is
   * lost.
   *
   * @param type as {@code S}, {@code N} or {@code M}
   * @param value the whole, type included
   */
  abstract Optional<ObjectNode> change(String type, ObjectNode value);

  @Override
  public final Reply change(Call call, Reply reply) {
    Items.in(reply.body()).forEach(this::members);
    return reply;
  }

  private void members(ObjectNode map) {
    for (Iterator<Map.Entry<String, JsonNode>> members = map.properties().iterator();
        members.hasNext(); ) {
      Map.Entry<String, JsonNode> member = members.next();
      changed(member.getValue()).ifPresentOrElse(member::setValue, members::remove);
    }
  }

  private Optional<ObjectNode> changed(JsonNode given) {
    if (!(given instanceof ObjectNode value) || value.size() != 1) {
      return given instanceof ObjectNode odd ? Optional.of(odd) : Optional.empty();
    }
    String type = value.fieldNames().next();
    JsonNode content = value.get(type);
    if (type.equals("M") && content instanceof ObjectNode map) {
      members(map);
    } else if (type.equals("L") && content instanceof ArrayNode list) {
      ArrayNode left = list.arrayNode();
      list.forEach(element -> changed(element).ifPresent(left::add));
      value.set("L", left);
    }
    return change(type, value);
  }
}
