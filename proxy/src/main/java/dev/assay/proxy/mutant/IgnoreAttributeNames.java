package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A #name stands for an attribute that is called so, whatever ExpressionAttributeNames says. */
final class IgnoreAttributeNames implements RequestChange {
  @Override
  public void change(Call call) {
    for (ObjectNode scope : Expressions.scopes(call)) {
      if (scope.path("ExpressionAttributeNames") instanceof ObjectNode names) {
        List<String> placeholders = new ArrayList<>();
        names.fieldNames().forEachRemaining(placeholders::add);
        placeholders.forEach(name -> names.put(name, name));
      }
    }
  }
}
