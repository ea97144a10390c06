package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** ConditionCheck actions of a transaction are not looked at, unless there is nothing else. */
final class SkipConditionCheck implements RequestChange {
  @Override
  public void change(Call call) {
    if (!(call.body().path("TransactItems") instanceof ArrayNode actions)) {
      return;
    }
    ArrayNode left = actions.arrayNode();
    for (JsonNode action : actions) {
      if (!action.has("ConditionCheck")) {
        left.add(action);
      }
    }
    if (!left.isEmpty()) {
      call.body().set("TransactItems", left);
    }
  }
}
