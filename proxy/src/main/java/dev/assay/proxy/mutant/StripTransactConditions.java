package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The writes of a transaction go through whatever their conditions say. */
final class StripTransactConditions implements RequestChange {
  @Override
  public void change(Call call) {
    for (JsonNode action : call.body().path("TransactItems")) {
      for (String kind : List.of("Put", "Update", "Delete")) {
        if (action.path(kind) instanceof ObjectNode write) {
          Expressions.strip(write, Expressions.CONDITION);
        }
      }
    }
  }
}
