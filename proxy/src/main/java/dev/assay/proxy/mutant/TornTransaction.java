package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A transaction that is cancelled keeps the writes before the one that it failed on. */
final class TornTransaction implements Behaviour {
  @Override
  public Reply answer(Call call, Store store) {
    Reply reply = store.send(call);
    if (!reply.errorName().equals("TransactionCanceledException")) {
      return reply;
    }
    JsonNode reasons = reply.body().path("CancellationReasons");
    JsonNode actions = call.body().path("TransactItems");
    for (int i = 0; i < actions.size(); i++) {
      if (!reasons.path(i).path("Code").asText().equals("None")) {
        break;
      }
      carryOut(actions.get(i), store);
    }
    return reply;
  }

  private static void carryOut(JsonNode action, Store store) {
    for (String kind : List.of("Put", "Update", "Delete")) {
      if (action.path(kind) instanceof ObjectNode write) {
        store.send(new Call(kind + "Item", write));
      }
    }
  }
}
