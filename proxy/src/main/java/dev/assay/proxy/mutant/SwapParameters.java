package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The first two parameters of a statement change places. */
final class SwapParameters implements RequestChange {
  @Override
  public void change(Call call) {
    swap(call.body());
    call.body().path("Statements").forEach(SwapParameters::swap);
    call.body().path("TransactStatements").forEach(SwapParameters::swap);
  }

  private static void swap(JsonNode statement) {
    if (statement.path("Parameters") instanceof ArrayNode parameters && parameters.size() > 1) {
      JsonNode first = parameters.get(0);
      parameters.set(0, parameters.get(1));
      parameters.set(1, first);
    }
  }
}
