package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A set equals no set of several members, because it is compared as a list is. */
final class BreakSetEquality implements RequestChange {
  private static final Set<String> SETS = Set.of("SS", "NS", "BS");

  @Override
  public void change(Call call) {
    for (ObjectNode scope : Expressions.scopes(call)) {
      String text =
          scope.path(Expressions.CONDITION).asText()
              + " "
              + scope.path(Expressions.FILTER).asText();
      for (Map.Entry<String, JsonNode> value :
          scope.path("ExpressionAttributeValues").properties()) {
        if (Pattern.compile("=\\s*" + value.getKey() + "\\b").matcher(text).find()
            && value.getValue() instanceof ObjectNode set) {
          asList(set);
        }
      }
    }
  }

  private static void asList(ObjectNode value) {
    String type = value.fieldNames().next();
    if (SETS.contains(type) && value.get(type).size() > 1) {
      JsonNode members = value.remove(type);
      ArrayNode list = value.putArray("L");
      members.forEach(member -> list.addObject().set(type.substring(0, 1), member));
    }
  }
}
